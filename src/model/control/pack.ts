// Conformance packs of AWS Config: templates that have AWS check what the controls about chosen services check.
import type { Control } from './control.ts';

/** AWS Config takes 130 rules and 51,200 bytes in one pack; so many rules stay below both. */
export const packRules = 100;

/** What a pack needs to know of a control. */
export type PackedControl = Pick<Control, 'id' | 'shows' | 'rule' | 'identifier' | 'types' | 'parameters'>;

interface PackRule {
  readonly name: string;
  readonly identifier: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly controls: readonly PackedControl[];
}

/**
 * The packs for some controls, as YAML; more than one where there are more rules than AWS takes in one, and none without a rule.
 * @param about what the controls are about, and where people read of it: one line
 */
export function conformancePacks(controls: readonly PackedControl[], about: string): string[] {
  const rules = rulesOf(controls);
  const left = controls.filter(({ identifier }) => identifier === undefined).map(({ id }) => id);
  const packs = Math.ceil(rules.length / packRules);
  return Array.from({ length: packs }, (_, at) => {
    const head = [
      `Conformance pack for AWS Config${packs > 1 ? `, ${at + 1} of ${packs}` : ''}: ${about}`,
      'Each rule can show whether what it names holds. It proves nothing about what it does not look at.',
      'AWS Config evaluates the resource types that it records: let it record those that are named here.',
      'Parameters are those that AWS Security Hub CSPM gives the rule. Change them to your own.',
      ...(left.length > 0 ? [`AWS Config offers no rule for ${left.join(', ')}: only Security Hub CSPM can check them.`] : []),
    ];
    const own = rules.slice(at * packRules, (at + 1) * packRules);
    return `${[...head.map((line) => `# ${line}`), 'Resources:', ...own.flatMap(linesOf)].join('\n')}\n`;
  });
}

/** One rule for all controls that ask the same of it, in the order of their first. */
function rulesOf(controls: readonly PackedControl[]): PackRule[] {
  const rules = new Map<string, PackRule>();
  const taken = new Set<string>();
  for (const control of controls) {
    const { id, rule, identifier, parameters } = control;
    if (rule === undefined || identifier === undefined) continue;
    const key = JSON.stringify([identifier, Object.entries(parameters).sort()]);
    const same = rules.get(key);
    // What one rule asks of one kind of resource, it may ask of another with other parameters.
    const name = same?.name ?? (taken.has(rule) ? `${rule}-${id.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-')}` : rule);
    taken.add(name);
    rules.set(key, { name, identifier, parameters, controls: [...(same?.controls ?? []), control] });
  }
  return [...rules.values()];
}

function linesOf({ name, identifier, parameters, controls }: PackRule): string[] {
  const types = [...new Set(controls.flatMap((control) => control.types))];
  const given = Object.entries(parameters);
  const whether = controls.map(({ id, shows }) => `${id} of Security Hub CSPM: whether ${shows}`);
  return [
    `  ${name.replace(/(?:^|-)([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase())}:`,
    `    # ${types.join(', ')}`,
    // A description holds 256 characters: one of several controls would not fit.
    ...(whether.length > 1 ? whether.map((line) => `    # ${line}`) : []),
    '    Type: AWS::Config::ConfigRule',
    '    Properties:',
    `      ConfigRuleName: ${name}`,
    `      Description: ${JSON.stringify(whether.length > 1 ? `${controls.map(({ id }) => id).join(', ')} of Security Hub CSPM` : whether[0])}`,
    ...(given.length > 0 ? ['      InputParameters:', ...given.map(([key, value]) => `        ${key}: ${JSON.stringify(value)}`)] : []),
    '      Source:',
    '        Owner: AWS',
    `        SourceIdentifier: ${identifier}`,
  ];
}
