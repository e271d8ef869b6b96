// Chooses by the rules, and looks into conditions, of which the file says both ends.
import { absent } from './resource.ts';
import type { Attribute } from './resource.ts';
import { distinct, rules } from './rules.ts';
import type { Rule } from './rules.ts';

/** What the attributes of a resource choose; undefined where they choose nothing. Of a condition only what it chooses between is asked. */
export const choose: Rule = (resource) => {
  const rule = rules.get(resource.type);
  const told = rule?.(resource);
  if (!rule || !told || !('options' in told)) return told;
  const asked = resource.attribute(told.attribute);
  if (asked.kind !== 'reference' || asked.oneOf === undefined) return told;
  const choices = asked.oneOf.map((value) => {
    const answer: Attribute = value === undefined ? absent : { kind: 'value', value };
    return rule({ ...resource, attribute: (path) => (path === told.attribute ? answer : resource.attribute(path)) });
  });
  const decided = choices.flatMap((choice) => (choice && !('options' in choice) ? [choice] : []));
  if (decided.length < choices.length) return told;
  const options = distinct(decided);
  const [only, ...others] = options;
  return only && others.length === 0 ? only : { ...told, options };
};
