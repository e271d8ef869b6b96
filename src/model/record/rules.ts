// Steps two and three of checking content: rules for one record, then rules across records.
// Each rule is a function with a line in the lists at the end of the file.
import { nearest, place } from '../problem.ts';
import type { Problem, SourceFile } from '../problem.ts';
import { layerIds, ownLayerIds, slug, sortName } from '../vocabulary.ts';
import { assertAgreement, assertDoneByCustomer } from './agreement.ts';
import { assertOwnWords } from './duplicates.ts';
import type { AnyEntry, Entry, RuleContext } from './entry.ts';

/** Reports a vocabulary whose ids are not the expected ones in the expected order, or that has an id twice. */
export function assertIds(file: SourceFile, entries: readonly { readonly id: string }[], ids: readonly string[] | undefined): Problem[] {
  const found = entries.map((entry) => entry.id).join(', ');
  const order =
    ids === undefined || entries.length === 0 || found === ids.join(', ')
      ? []
      : [
          {
            file: file.path,
            field: '(file)',
            found: `the ids ${found}`,
            remedy: `list exactly these, in this order: ${ids.join(', ')}`,
          },
        ];
  const twice = entries.flatMap((entry, index) =>
    entries.findIndex((each) => each.id === entry.id) < index
      ? [
          {
            file: place(file, [index, 'id']),
            field: `${index}.id`,
            found: `"${entry.id}" a second time`,
            remedy: 'remove one of the two, or give it its own id',
          },
        ]
      : [],
  );
  return [...order, ...twice];
}

// ---- rules for one record ----

function assertFileName({ id, file }: AnyEntry): Problem[] {
  if (id === slug(id)) return [];
  return [
    {
      file: file.path,
      field: '(file)',
      found: `the file name "${id}.yaml"`,
      remedy: `rename it to "${slug(id)}.yaml": lower case, hyphens`,
    },
  ];
}

function assertOptions({ file, record }: Entry): Problem[] {
  return record.options.flatMap((option, index) => {
    const at = (field: string) => ({ file: place(file, ['options', index, field]), field: `options.${index}.${field}` });
    const isTwice = record.options.findIndex((each) => each.id === option.id) < index;
    const lacksSummary = record.options.length > 1 && option.summary === undefined;
    return [
      ...(isTwice ? [{ ...at('id'), found: `"${option.id}" a second time`, remedy: 'give each option its own id' }] : []),
      ...(lacksSummary
        ? [
            {
              ...at('summary'),
              found: 'nothing',
              remedy: 'say in one sentence what runs where in this option, so that readers can choose',
            },
          ]
        : []),
    ];
  });
}

function assertArea({ file, record }: AnyEntry, { areas }: RuleContext): Problem[] {
  const ids = areas.map((area) => area.id);
  if (ids.length === 0 || ids.includes(record.area)) return [];
  return [
    {
      file: place(file, ['area']),
      field: 'area',
      found: `"${record.area}"`,
      remedy: `use an id from content/areas.yaml${nearest(record.area, ids)}`,
    },
  ];
}

function assertOwnCells({ file, record }: Entry): Problem[] {
  return ownLayerIds
    .filter((layer) => !record.cells[layer])
    .flatMap((layer) =>
      record.options.flatMap((option, index) =>
        option.cells?.[layer]
          ? []
          : [
              {
                file: place(file, ['options', index]),
                field: `cells.${layer}`,
                found: `nothing for option ${option.id}`,
                remedy: `state ${layer} under cells or in the option; it differs between services, so a category cannot state it`,
              },
            ],
      ),
    );
}

/** Reports a cell of the service that every option overrides, because no page would show it. */
function assertNeededCells({ file, record }: Entry): Problem[] {
  return layerIds
    .filter((layer) => record.cells[layer] && record.options.every((option) => option.cells?.[layer]))
    .map((layer) => ({
      file: place(file, ['cells', layer]),
      field: `cells.${layer}`,
      found: 'a cell that every option replaces',
      remedy: 'remove it, because no reader would see it',
    }));
}

function assertComplete({ file, record }: Entry, { categories }: RuleContext): Problem[] {
  if (categories.length === 0) return [];
  return record.options.flatMap((option, index) => {
    const category = categories.find((each) => each.id === option.category);
    return layerIds
      .filter((layer) => !ownLayerIds.includes(layer) && !option.cells?.[layer] && !record.cells[layer] && !category?.cells[layer])
      .map((layer) => ({
        file: place(file, ['options', index]),
        field: `options.${index}.cells.${layer}`,
        found: 'no cell, and none to inherit',
        remedy: `state ${layer} in the option, in the service or in the category ${option.category}`,
      }));
  });
}

// ---- rules across records ----

function assertRelated({ entries, retired, known }: RuleContext): Problem[] {
  const references = [
    ...entries.map((entry) => ({ ...entry, field: 'related', ids: entry.record.related })),
    ...retired.map((entry) => ({ ...entry, field: 'successors', ids: entry.record.successors })),
  ];
  return references.flatMap(({ id, file, field, ids }) =>
    ids.flatMap((other, index): Problem[] => {
      const at = { file: place(file, [field, index]), field: `${field}.${index}` };
      if (other === id) return [{ ...at, found: 'the service itself', remedy: 'remove it' }];
      if (known.has(other)) return [];
      return [
        {
          ...at,
          found: `"${other}", which has no record`,
          remedy: `use the id of a service in content/services/${nearest(other, [...known])}`,
        },
      ];
    }),
  );
}

/** Reports names that two services share, because each name is an address and leads to one service. */
function assertDistinctNames({ entries, retired }: RuleContext): Problem[] {
  const all: readonly AnyEntry[] = [...entries, ...retired];
  const owners = new Map<string, AnyEntry>(all.map((entry) => [entry.id, entry]));
  return [...all.flatMap((entry) => ownNameTaken(entry, owners)), ...all.flatMap((entry) => otherNamesTaken(entry, owners))];
}

/** Adds the official names of a service to `owners`. Reports the first one that another service already has. */
function ownNameTaken(entry: AnyEntry, owners: Map<string, AnyEntry>): Problem[] {
  const names = [
    ['name', entry.record.name],
    ['short', entry.record.short],
    ['short', sortName(entry.record)],
  ] as const;
  for (const [field, name] of names) {
    const other = owners.get(slug(name));
    if (other && other !== entry) {
      return [
        {
          file: place(entry.file, [field]),
          field,
          found: `"${name}", also a name of ${other.id}`,
          remedy: 'use the name that AWS gives to this service only',
        },
      ];
    }
    owners.set(slug(name), entry);
  }
  return [];
}

/** Adds aliases and former names to `owners`. Reports names that another service has, that are listed twice or that make no valid address. */
function otherNamesTaken(entry: AnyEntry, owners: Map<string, AnyEntry>): Problem[] {
  const { record } = entry;
  const ofOptions =
    'options' in record ? record.options.map(({ aliases }, index) => [['options', index, 'aliases'], aliases ?? []] as const) : [];
  const lists = [[['aliases'], record.aliases] as const, ...ofOptions, [['formerly'], record.formerly] as const];
  return lists.flatMap(([path, names]) => {
    const seen = new Set<string>();
    return names.flatMap((name, index): Problem[] => {
      const key = slug(name);
      const other = owners.get(key);
      const at = { file: place(entry.file, [...path, index]), field: [...path, index].join('.') };
      const isTwice = seen.has(key);
      seen.add(key);
      if (key === '')
        return [{ ...at, found: `"${name}"`, remedy: 'use at least one letter or digit, because the name becomes an address' }];
      if (isTwice) return [{ ...at, found: `"${name}" a second time`, remedy: 'remove one of the two' }];
      if (other && other !== entry) {
        return [
          { ...at, found: `"${name}", which already leads to ${other.id}`, remedy: 'keep it with the one service that readers mean' },
        ];
      }
      owners.set(key, entry);
      return [];
    });
  });
}

/** Rules for every record, including retired services. */
const anyRecordRules: readonly ((entry: AnyEntry, context: RuleContext) => Problem[])[] = [assertFileName, assertArea];

const recordRules: readonly ((entry: Entry, context: RuleContext) => Problem[])[] = [
  assertOptions,
  assertOwnCells,
  assertNeededCells,
  assertComplete,
];

const crossRules: readonly ((context: RuleContext) => Problem[])[] = [
  assertRelated,
  assertDistinctNames,
  assertOwnWords,
  assertDoneByCustomer,
  assertAgreement,
];

/** Applies all rules and returns every problem. */
export function breaches(context: RuleContext): Problem[] {
  return [
    ...[...context.entries, ...context.retired].flatMap((entry) => anyRecordRules.flatMap((rule) => rule(entry, context))),
    ...context.entries.flatMap((entry) => recordRules.flatMap((rule) => rule(entry, context))),
    ...crossRules.flatMap((rule) => rule(context)),
  ];
}
