import { describe, expect, it } from 'vitest';
import { parse } from '../record/shape.ts';
import { controlFileSchema } from '../record/schema/controls.ts';
import type { Problem } from '../problem.ts';
import { mapLayers } from '../vocabulary.ts';
import type { LayerId, PartyId } from '../vocabulary.ts';
import { assertControlGaps, resolveControls } from './resolve.ts';
import type { Control } from './control.ts';

const option = (id: string, parties: Partial<Record<LayerId, PartyId>> = {}) => ({
  id,
  parties: mapLayers((layer): PartyId => parties[layer] ?? 'customer'),
});
const services = [
  { id: 'amazon-rds', options: [option('default', { hardware: 'aws' }), option('custom', { backup: 'none', hardware: 'aws' })] },
];

const source = 'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html';
const control = (more: object = {}): object => ({
  id: 'RDS.3',
  shows: 'instances encrypt their storage',
  severity: 'medium',
  rule: 'rds-storage-encrypted',
  types: ['AWS::RDS::DBInstance'],
  duties: [{ service: 'amazon-rds', layer: 'server-encryption' }],
  ...more,
});

/** Reads files as the content check does: their names without ending, and what they hold. */
function read(files: Readonly<Record<string, object>>): { readonly controls: Control[]; readonly told: string[] } {
  const problems: Problem[] = [];
  const parsed = Object.entries(files).flatMap(([name, value]) => {
    const file = { path: `content/controls/${name}.yaml`, value };
    const data = parse(file, controlFileSchema, problems);
    return data ? [{ file, data }] : [];
  });
  const controls = resolveControls(parsed, { services }, problems);
  return { controls, told: problems.map(({ field, found, remedy }) => `${field} | ${found} | ${remedy}`) };
}
const readOne = (more: object) => read({ rds: { source, read: '2026-11-29', controls: [control(more)] } });

describe('controls that can show a duty', () => {
  it('names the options, the identifier of the rule and the place on the page of AWS', () => {
    const { controls, told } = readOne({});
    expect(told).toEqual([]);
    expect(controls).toEqual([
      {
        id: 'RDS.3',
        shows: 'instances encrypt their storage',
        severity: 'medium',
        rule: 'rds-storage-encrypted',
        identifier: 'RDS_STORAGE_ENCRYPTED',
        types: ['AWS::RDS::DBInstance'],
        parameters: {},
        duties: [{ service: 'amazon-rds', layer: 'server-encryption', options: ['default', 'custom'] }],
        source: `${source}#rds-3`,
      },
    ]);
  });

  it('leaves out the options in which customers have no half, where none are named', () => {
    expect(readOne({ duties: [{ service: 'amazon-rds', layer: 'backup' }] }).controls[0]?.duties[0]?.options).toEqual(['default']);
  });

  it('has no identifier for a rule of Security Hub alone, nor without a rule', () => {
    expect(readOne({ own: true }).controls[0]).toMatchObject({ rule: 'rds-storage-encrypted', identifier: undefined });
    expect(readOne({ rule: undefined }).controls[0]).toMatchObject({ rule: undefined, identifier: undefined });
    expect(readOne({ rule: undefined, own: true }).told).toEqual([expect.stringContaining('controls.0.rule | nothing | name the rule')]);
  });

  it('sorts by number, not by letters', () => {
    const file = { source, read: '2026-11-29', controls: ['RDS.11', 'RDS.3', 'RDS.2'].map((id) => control({ id })) };
    expect(read({ rds: file }).controls.map(({ id }) => id)).toEqual(['RDS.2', 'RDS.3', 'RDS.11']);
  });
});

describe('what does not fit', () => {
  it('is a control without parameters whose rule another gives some: the rule would ask what neither asks', () => {
    const controls = [control({ id: 'RDS.2', parameters: { days: '7' } }), control(), control({ id: 'RDS.4', own: true })];
    expect(read({ rds: { source, read: '2026-11-29', controls } }).told).toEqual([
      expect.stringMatching(/^controls\.1\.parameters \| nothing \| .+RDS\.2.+rds-storage-encrypted/u),
    ]);
  });

  it.each([
    [
      { duties: [{ service: 'amazon-rdss', layer: 'os' }] },
      'service | amazon-rdss | name a record of content/services/ that is not retired (did you mean "amazon-rds"?)',
    ],
    [
      { duties: [{ service: 'amazon-rds', layer: 'hardware' }] },
      'layer | hardware | name a layer in which customers of amazon-rds have a half: there is nothing to show in this one',
    ],
    [
      { duties: [{ service: 'amazon-rds', layer: 'os', options: ['defaults'] }] },
      'options.0 | defaults | name an option of amazon-rds: default, custom (did you mean "default"?)',
    ],
    [
      { duties: [{ service: 'amazon-rds', layer: 'backup', options: ['custom'] }] },
      'options.0 | custom | remove it: of backup customers have no half there (none), so there is nothing to show',
    ],
    [
      { duties: [{ service: 'amazon-rds', layer: 'os', options: ['default', 'default'] }] },
      'options.1 | default a second time | remove one of the two',
    ],
  ])('%j', (more, expected) => {
    expect(readOne(more).told).toEqual([`controls.0.duties.0.${expected}`]);
  });

  it('tells every fault of every file at once', () => {
    const { told } = read({
      rds: {
        source,
        read: '2026-11-29',
        controls: [control(), control(), control({ id: 'EC2.1' }), control({ identifier: 'RDS_STORAGE_ENCRYPTED', id: 'RDS.4' })],
      },
      ec2: {
        source,
        read: '2026-11-29',
        controls: [
          control({
            id: 'EC2.2',
            duties: [
              { service: 'amazon-rds', layer: 'os' },
              { service: 'amazon-rds', layer: 'os' },
            ],
          }),
        ],
      },
      s3: { source: 'https://docs.aws.amazon.com/s3/', read: '2999-01-01', controls: [] },
    });
    expect(told).toEqual([
      expect.stringMatching(/^source \| "https:\/\/docs\.aws\.amazon\.com\/s3\/" \| not one of AWS's pages about controls/u),
      expect.stringMatching(/^read \| "2999-01-01" \| /u),
      'controls | [] | no control: write one, or remove the file',
      'controls.1.id | RDS.3 a second time | keep it in one place: content/controls/rds.yaml has it too',
      'controls.2.id | EC2.1 | move it to the file of its page, ec2.yaml',
      'controls.3.identifier | RDS_STORAGE_ENCRYPTED | remove it: it follows from the name of the rule',
      `source | ${source} | cite the page of this file, ec2-controls.html, or rename it to rds.yaml`,
      'controls.0.duties.1 | the same layer of the same service a second time | name the options in one entry',
    ]);
  });

  it('refuses a control among the gaps that shows a duty, or that is named twice', () => {
    const file = { path: 'content/control-gaps.yaml', value: [] };
    const gaps = [
      { because: 'Tags.', controls: ['RDS.3', 'RDS.28'] },
      { because: 'Logs.', controls: ['RDS.28'] },
    ];
    expect(assertControlGaps(file, gaps, [{ id: 'RDS.3' }]).map(({ field, found, remedy }) => [field, found, remedy])).toEqual([
      ['0.controls.0', 'RDS.3', 'remove it here: content/controls/ says which duty it shows'],
      ['1.controls.0', 'RDS.28 a second time', 'remove one of the two'],
    ]);
  });
});
