// Leaves out custom properties of the page that others always override: a theme's own values, once the site has set them.
import { AtRule, Rule } from 'postcss';
import type { Declaration, Root } from 'postcss';

/** The page itself in some state, or what lies behind a dialog. */
const ofPage = /^(?:(?::root|html)(?:\[[^\]]*\])*|(?:\[[^\]]*\] )?::backdrop)$/u;

/** Whether the declaration stands in a cascade layer, which loses to what stands in none whatever the selectors. */
function isLayered({ parent }: Declaration): boolean {
  for (let each = parent?.parent; each; each = each.parent) if (each instanceof AtRule && each.name === 'layer') return true;
  return false;
}

/**
 * Takes custom properties out of rules for the whole page where a rule for `:root`, outside of layers and conditions, sets them too and
 * wins: against layers always, against a plain `:root` if it comes later. Backdrops keep theirs where a rule for one reads any.
 */
export function withoutOverridden(root: Root): void {
  const last = new Map<string, Declaration>();
  let backdropReads = false;
  root.walkRules((rule) => {
    const reads = rule.some((node) => node.type === 'decl' && !node.prop.startsWith('--') && node.value.includes('var('));
    if (reads && rule.selector.includes('::backdrop')) backdropReads = true;
    if (rule.parent !== root || !rule.selectors.includes(':root')) return;
    rule.each((node) => {
      if (node.type === 'decl' && node.prop.startsWith('--')) last.set(node.prop, node);
    });
  });
  const won = new Set<Declaration>();
  root.walkDecls(/^--/u, (declaration) => {
    const winner = last.get(declaration.prop);
    if (winner === declaration) won.add(declaration);
    const { parent } = declaration;
    if (!winner || winner === declaration || !(parent instanceof Rule)) return;
    if (!parent.selectors.every((selector) => ofPage.test(selector))) return;
    if (backdropReads && parent.selector.includes('::backdrop')) return;
    const plain = parent.selectors.every((selector) => selector === ':root');
    if (isLayered(declaration) || (plain && !won.has(winner))) declaration.remove();
  });
}
