import { describe, expect, it } from 'vitest';
import { controlOf } from '../../model/control/control.fixture.ts';
import { namesControl } from '../../model/search/control-name.ts';
import { mapLayers } from '../../model/vocabulary.ts';
import { findControls } from './controls.ts';

const data = {
  layers: mapLayers((id) => `Layer ${id}`),
  services: [{ url: '/services/amazon-rds/', short: 'Amazon RDS', kind: '', names: [], what: '', options: [] }],
};
const duties = [
  { service: 'amazon-rds', layer: 'server-encryption' as const, options: ['default'] },
  { service: 'amazon-s3', layer: 'access' as const, options: ['default'] },
];
const controls = [
  controlOf('RDS.3', { duties }),
  controlOf('RDS.30', { rule: 'rds-storage-encrypted-too' }),
  controlOf('RDS.4', { rule: undefined }),
];
const found = (query: string): string[] => findControls(controls, query, data).map(({ href }) => href);

describe('controls in the search', () => {
  it.each(['RDS.3', 'rds.3', 'BedrockAgentCore.1', 'rds-storage-encrypted', 'S3-Bucket-Level-Public'])('"%s" names one', (query) => {
    expect(namesControl(query)).toBe(true);
  });

  it.each(['rds', 'who patches rds', 'aws-lambda', 'S3', 'TLS 1.3', 'v1.2.3', 'multi-az backup', 'rds.'])('"%s" names none', (query) => {
    expect(namesControl(query)).toBe(false);
  });

  it('are found by the id and by the rule, the very one before others', () => {
    expect(found('rds.3')).toEqual(['/controls/#rds-3']);
    expect(found('rds-storage-encrypted')).toEqual(['/controls/#rds-3']);
    expect(found('rds-storage-enc')).toEqual(['/controls/#rds-3', '/controls/#rds-30']);
    expect(found('s3.1')).toEqual([]);
  });

  it('say the duties that they can show', () => {
    expect(findControls(controls, 'RDS.3', data)).toEqual([
      {
        href: '/controls/#rds-3',
        title: 'RDS.3 can show whether instances encrypt their storage',
        kind: 'Check · rds-storage-encrypted',
        excerpt: [{ text: 'Amazon RDS: Layer server-encryption. amazon-s3: Layer access', marked: false }],
        nested: false,
      },
    ]);
    expect(findControls(controls, 'RDS.4', data)[0]).toMatchObject({ kind: 'Check', excerpt: [] });
  });
});
