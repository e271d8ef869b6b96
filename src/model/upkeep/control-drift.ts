// Holds the controls against a list of those that AWS has: each of them shows a duty here, or is explained.
import type { Problem } from '../problem.ts';
import type { Control } from '../control/control.ts';
import type { ControlGap } from '../record/schema/controls.ts';

const gapFile = 'content/control-gaps.yaml';
const readOn = 'https://docs.aws.amazon.com/securityhub/latest/userguide/controls-change-log.html';

/**
 * Everything in which the controls here and a list of AWS's controls differ: what AWS added, and what it retired.
 * @param listed the ids of all controls that AWS has
 */
export function findControlDrift(
  controls: readonly Pick<Control, 'id'>[],
  gaps: readonly ControlGap[],
  listed: readonly string[],
): Problem[] {
  const known = new Set([...controls.map(({ id }) => id), ...gaps.flatMap((gap) => gap.controls)]);
  const has = new Set(listed);
  return [
    ...[...has]
      .filter((id) => !known.has(id))
      .map((id) => ({
        file: gapFile,
        field: id,
        found: `AWS has ${id}, which no file of content/controls/ holds and no gap explains`,
        remedy: 'read what it checks, then write which duty it shows, or why it shows none',
      })),
    ...controls
      .filter(({ id }) => !has.has(id))
      .map(({ id }) => ({
        file: `content/controls/${id.toLowerCase().replace(/\..*$/u, '')}.yaml`,
        field: id,
        found: `${id}, which AWS does not list`,
        remedy: `look for it in ${readOn}: where AWS retired it, move it to content/control-gaps.yaml, and see whether a cell has moved`,
      })),
  ];
}

/**
 * The ids of controls in a list: JSON of `aws securityhub list-security-control-definitions`, a JSON object a line with `Id` or
 * `SecurityControlId`, or an id a line.
 * @throws Error that says which line cannot be read
 */
export function readControlList(text: string): string[] {
  const whole = asJson(text);
  if (whole !== undefined) return idsIn(whole);
  return text.split('\n').flatMap((line, index) => {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#')) return [];
    const ids = /^[A-Z][A-Za-z0-9]*\.\d+$/u.test(trimmed) ? [trimmed] : idsIn(asJson(trimmed));
    if (ids.length === 0) throw new Error(`line ${index + 1} names no control: write an id as RDS.3, or JSON with SecurityControlId`);
    return ids;
  });
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The ids anywhere in a value of JSON. */
function idsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    (key === 'Id' || key === 'SecurityControlId') && typeof inner === 'string' ? [inner] : idsIn(inner),
  );
}
