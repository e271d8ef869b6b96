import { describe, expect, it } from 'vitest';
import { controlOf } from './control.fixture.ts';
import {
  compareControls,
  controlAnchor,
  controlHref,
  controlsOf,
  controlsOfCell,
  controlsOfCells,
  controlsOfMembers,
  layerControls,
  ruleHref,
} from './control.ts';

const encryption = controlOf('RDS.3', { duties: [{ service: 'amazon-rds', layer: 'server-encryption', options: ['default'] }] });
const snapshots = controlOf('RDS.1', {
  duties: [
    { service: 'amazon-rds', layer: 'access', options: ['default', 'custom'] },
    { service: 'amazon-rds', layer: 'data', options: ['default'] },
    { service: 'amazon-aurora', layer: 'access', options: ['default'] },
  ],
});

describe('the controls of one way to run a service', () => {
  it('are told by layer, in the order of the list', () => {
    expect(controlsOf([snapshots, encryption], 'amazon-rds', 'default')).toEqual({
      access: [snapshots],
      data: [snapshots],
      'server-encryption': [encryption],
    });
  });

  it('are those of that service and option alone', () => {
    expect(controlsOf([snapshots, encryption], 'amazon-rds', 'custom')).toEqual({ access: [snapshots] });
    expect(controlsOf([snapshots, encryption], 'amazon-s3', 'default')).toEqual({});
  });
});

it('are named for a cell that ways share, with the ways that they are about where these are not all', () => {
  const all = [snapshots, encryption];
  expect(controlsOfCell(all, 'amazon-rds', 'access', ['default', 'custom'])).toEqual([{ id: 'RDS.1', options: [] }]);
  expect(controlsOfCell(all, 'amazon-rds', 'server-encryption', ['default', 'custom'])).toEqual([{ id: 'RDS.3', options: ['default'] }]);
  expect(controlsOfCell(all, 'amazon-rds', 'server-encryption', ['custom'])).toEqual([]);
  expect(controlsOfCell(all, 'amazon-s3', 'access', ['default'])).toEqual([]);
});

it('are found by the cells of a stack, and by its members', () => {
  const all = [snapshots, encryption];
  expect(controlsOfCells(all, ['amazon-rds.custom.access', 'amazon-rds.custom.data'])).toEqual([snapshots]);
  expect(controlsOfCells(all, ['amazon-rds.default.server-encryption', 'amazon-rds.default.data'])).toEqual(all);
  expect(controlsOfCells(all, ['amazon-rds.custom.server-encryption'])).toEqual([]);
  expect(controlsOfMembers(all, ['amazon-rds.custom', 'amazon-s3.default'])).toEqual([snapshots]);
  expect(controlsOfMembers(all, ['amazon-rds.default'])).toEqual(all);
});

it('goes into a page as ids by layer', () => {
  expect(layerControls([snapshots, encryption], 'amazon-rds', 'default')).toEqual({
    access: 'RDS.1',
    data: 'RDS.1',
    'server-encryption': 'RDS.3',
  });
  expect(layerControls([encryption], 'amazon-rds', 'custom')).toEqual({});
});

it('stands at the same place of the list as on the page of AWS', () => {
  expect(controlAnchor('BedrockAgentCore.10')).toBe('bedrockagentcore-10');
  expect(controlHref('RDS.3')).toBe('/controls/#rds-3');
  expect(ruleHref('rds-storage-encrypted')).toBe('https://docs.aws.amazon.com/config/latest/developerguide/rds-storage-encrypted.html');
});

it('is sorted as a person would', () => {
  const ids = ['RDS.10', 'AutoScaling.3', 'RDS.2', 'Autoscaling.5', 'ACM.1'].map((id) => ({ id }));
  expect(ids.sort(compareControls).map(({ id }) => id)).toEqual(['ACM.1', 'AutoScaling.3', 'Autoscaling.5', 'RDS.2', 'RDS.10']);
});
