import Ajv from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { getContent } from '../../content/load.ts';
import { controlOf } from './control.fixture.ts';
import { conformancePacks } from './pack.ts';

const rule = (identifier: string, more = {}): object => ({
  Type: 'AWS::Config::ConfigRule',
  Properties: {
    ConfigRuleName: identifier.toLowerCase().replaceAll('_', '-'),
    Description: 'RDS.3 of Security Hub CSPM: whether instances encrypt their storage',
    Source: { Owner: 'AWS', SourceIdentifier: identifier },
    ...more,
  },
});
const resourcesOf = (packs: readonly string[]): unknown[] =>
  packs.map((pack) => z.strictObject({ Resources: z.unknown() }).parse(parse(pack)).Resources);

describe('a conformance pack', () => {
  it('has the rule of a control, with what Security Hub gives it', () => {
    const parameters = { minimum: '7', exempt: 'a "b" #c' };
    expect(resourcesOf(conformancePacks([controlOf('RDS.3', { parameters })], 'RDS'))).toEqual([
      { RdsStorageEncrypted: rule('RDS_STORAGE_ENCRYPTED', { InputParameters: parameters }) },
    ]);
  });

  it('has one rule for controls that ask the same of it, and names them all', () => {
    const [pack = ''] = conformancePacks([controlOf('RDS.3'), controlOf('RDS.4', { types: ['AWS::RDS::DBSnapshot'] })], 'RDS');
    const Description = 'RDS.3, RDS.4 of Security Hub CSPM';
    expect(resourcesOf([pack])).toEqual([{ RdsStorageEncrypted: rule('RDS_STORAGE_ENCRYPTED', { Description }) }]);
    expect(pack).toContain('# AWS::RDS::DBInstance, AWS::RDS::DBSnapshot\n');
    expect(pack).toContain('# RDS.4 of Security Hub CSPM: whether instances encrypt their storage\n');
  });

  it('names a rule apart that other controls ask other things of', () => {
    const packs = conformancePacks([controlOf('RDS.3'), controlOf('RDS.4', { parameters: { days: '7' } })], 'RDS');
    expect(resourcesOf(packs)).toMatchObject([{ RdsStorageEncrypted: {}, RdsStorageEncryptedRds4: {} }]);
    const odd = conformancePacks([controlOf('RDS.3'), controlOf('RDS.4 "<b>: 1', { parameters: { days: '7' } })], 'RDS');
    expect(Object.keys(z.record(z.string(), z.unknown()).parse(resourcesOf(odd)[0]))[1]).toMatch(/^[A-Za-z\d]+$/u);
  });

  it('says which controls have no rule, and is none without a rule', () => {
    const own = controlOf('RDS.9', { identifier: undefined });
    expect(conformancePacks([own], 'RDS')).toEqual([]);
    expect(conformancePacks([own, controlOf('RDS.3')], 'RDS')[0]).toContain('# AWS Config offers no rule for RDS.9: ');
  });
});

/** The schema of AWS::Config::ConfigRule as CloudFormation publishes it, with the enumerations and lengths of its documentation. */
const configRule = {
  type: 'object',
  additionalProperties: false,
  required: ['Source'],
  properties: {
    ConfigRuleName: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,128}$' },
    Description: { type: 'string', maxLength: 256 },
    InputParameters: { type: 'object' },
    MaximumExecutionFrequency: { enum: ['One_Hour', 'Three_Hours', 'Six_Hours', 'Twelve_Hours', 'TwentyFour_Hours'] },
    Scope: {
      type: 'object',
      additionalProperties: false,
      properties: {
        ComplianceResourceId: { type: 'string' },
        ComplianceResourceTypes: { type: 'array', items: { type: 'string' }, uniqueItems: true },
        TagKey: { type: 'string' },
        TagValue: { type: 'string' },
      },
    },
    Source: {
      type: 'object',
      additionalProperties: false,
      required: ['Owner', 'SourceIdentifier'],
      properties: { Owner: { const: 'AWS' }, SourceIdentifier: { type: 'string', pattern: '^[A-Z0-9_]{1,256}$' } },
    },
  },
};
const template = {
  type: 'object',
  additionalProperties: false,
  required: ['Resources'],
  properties: {
    Resources: {
      type: 'object',
      minProperties: 1,
      maxProperties: 130,
      propertyNames: { pattern: '^[A-Za-z0-9]{1,255}$' },
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        required: ['Type', 'Properties'],
        properties: { Type: { const: 'AWS::Config::ConfigRule' }, Properties: configRule },
      },
    },
  },
};

describe('packs of what stands in content/', () => {
  const { catalog, controls } = getContent();
  const isTemplate = new Ajv({ strict: true }).compile(template);
  const about = (id: string) => controls.filter(({ duties }) => duties.some(({ service }) => service === id));
  const packs = [
    ...conformancePacks(controls, 'all services'),
    ...catalog.services.flatMap(({ id, short }) => conformancePacks(about(id), short)),
  ];

  it('are templates that AWS Config takes, small enough to be handed over in one piece', () => {
    for (const pack of packs) {
      expect(isTemplate(parse(pack)), JSON.stringify(isTemplate.errors)).toBe(true);
      expect(Buffer.byteLength(pack)).toBeLessThanOrEqual(51_200);
    }
  });

  it('have each control once, and each rule under a name of its own', () => {
    for (const pack of packs) {
      const names = [...pack.matchAll(/ConfigRuleName: (.+)/gu)].map(([, name]) => name);
      expect(new Set(names).size).toBe(names.length);
    }
    const inAll = conformancePacks(controls, 'all services').join('\n');
    for (const { id, identifier } of controls)
      expect(inAll.includes(`${id} of Security Hub CSPM: whether `), id).toBe(identifier !== undefined);
  });

  it.each([
    ['EC2.14', { blockedPort1: '3389' }],
    ['IAM.11', { RequireUppercaseCharacters: 'true' }],
    ['IAM.16', { PasswordReusePrevention: '24' }],
    ['CloudWatch.16', { MinRetentionTime: '365' }],
  ])('have the rule of %s check what the control is about, and nothing more', (id, InputParameters) => {
    const own = controls.filter((control) => control.id === id);
    const rules = z.record(z.string(), z.object({ Properties: z.object({ InputParameters: z.unknown() }) }));
    const given = resourcesOf(conformancePacks(own, id)).flatMap((resources) => Object.values(rules.parse(resources)));
    expect(given.map(({ Properties }) => Properties.InputParameters)).toEqual([InputParameters]);
  });

  it('are one for a service', () => {
    for (const { id, short } of catalog.services) expect(conformancePacks(about(id), short).length, id).toBeLessThan(2);
  });
});
