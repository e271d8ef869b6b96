// The controls of a stack: turns the address into members, a scene and a drawing.
import { drawSplit, drawSplitPanel } from '../../drawings/split.ts';
import { drawMembers, drawWaiting } from '../../drawings/stack.ts';
import { describeUnknown, formatQuery, parseQuery } from '../../model/address.ts';
import { noFilter, noQuery } from '../../model/split/filter.ts';
import type { Query } from '../../model/split/filter.ts';
import { findOptions } from '../../model/split/find-options.ts';
import { membersOf, refsOf, unpackStack } from '../../model/stack/members.ts';
import type { Member, StackPageData, StackService } from '../../model/stack/members.ts';
import { isLayerId } from '../../model/vocabulary.ts';
import type { LayerId } from '../../model/vocabulary.ts';
import { countMembers, stackScene, stackSplit } from '../../scenes/stack.ts';
import { setAddress } from '../address-bar.ts';
import { upgradeCombobox } from '../combobox.ts';
import { tell } from '../notice.ts';
import { readPageData } from '../page-data.ts';
import { motion, openLayer, showLayer } from '../split.ts';

/** What the page's small script asks of this one. */
export interface StackView {
  /** Resolves once what the address says is drawn. */
  readonly drawn: Promise<void>;
  /** Shows what the address says. */
  readonly fromAddress: () => void;
  /** Shows another stack, and writes it into the address. */
  readonly go: (search: string) => void;
  /** Fills the panel of the layer that is now open, and writes it into the address. */
  readonly opened: (layer: LayerId | undefined) => void;
}

/** Of more the strips are folded: the drawing begins within the first screen. */
const unfolded = 12;

/**
 * Shows what the address says, and returns what the controls do.
 * @param list the diagram in the element
 * @throws Error if the page carries no data
 */
export function startStack(root: HTMLElement, list: HTMLElement, form: HTMLFormElement): StackView {
  const data = readPageData<StackPageData>(root);
  if (!data) throw new Error('the page carries no data of the services');
  const services = unpackStack(data);
  const nameable = { services, areas: [] };
  const part = (name: string): HTMLElement | null => root.querySelector<HTMLElement>(`[data-part="${name}"]`);
  const lenses = [...root.querySelectorAll<HTMLInputElement>('input[name="lens"]')];
  let query: Query = noQuery;
  let members: readonly Member[] = [];

  const draw = (duration: number): void => {
    const { lens, layer } = query;
    const { length } = members;
    root.toggleAttribute('data-empty', length === 0);
    for (const radio of lenses) radio.checked = radio.value === lens;
    const scene = stackScene(data, members, { panel: layer ?? 'none', lens });
    const status = part('status');
    if (status) status.textContent = length === 0 ? '' : countMembers(members);
    const folded = part('members');
    if (folded instanceof HTMLDetailsElement && folded.dataset['drawn'] === undefined && length > 0) {
      folded.open = length <= unfolded;
      folded.dataset['drawn'] = '';
    }
    const names = folded?.querySelector('ul');
    if (names) drawMembers(names, scene.members);
    const waiting = part('waiting');
    if (waiting) drawWaiting(waiting, scene.waiting);
    list.closest('.inner')?.setAttribute('data-lens', lens);
    for (const words of root.querySelectorAll<HTMLElement>('[data-through]')) words.hidden = words.dataset['through'] !== lens;
    drawSplit(list, scene.split, { duration, group: list.dataset['group'] ?? 'layer', panel: layer ?? 'none' });
    showLayer(list, layer);
  };

  const show = (search: string, duration: number): void => {
    const { query: asked, unknown } = parseQuery(search, nameable);
    query = { ...noQuery, filter: { ...noFilter, services: asked.filter.services }, layer: asked.layer, lens: asked.lens };
    members = membersOf(query.filter.services, services);
    tell(root, describeUnknown(unknown));
    draw(duration);
  };
  const change = (changed: Partial<Query>): void => {
    const search = formatQuery({ ...query, ...changed });
    const duration = motion();
    show(search, duration);
    setAddress(search || location.pathname, true);
  };
  const withMembers = (refs: Query['filter']['services']): void => {
    change({ filter: { ...noFilter, services: refs } });
  };

  const input = form.querySelector('input');
  const choices = form.querySelector<HTMLElement>('[role="listbox"]');
  const told = form.querySelector<HTMLElement>('[role="status"]');
  if (input && choices && told)
    upgradeCombobox(
      { input, list: choices, status: told },
      (text) => offered(services, text, new Set(members.map(({ key }) => key))),
      () => '',
      (key) => {
        const [service = '', option] = key.split('.');
        withMembers([...refsOf(members), ...refsOf(membersOf([{ service, option }], services))]);
      },
    );
  root.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('button[data-remove]') : null;
    if (!button) return;
    withMembers(refsOf(members.filter(({ key }) => key !== button.dataset['remove'])));
    // The button is gone with its member.
    input?.focus();
  });
  root.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === 'lens')
      change({ lens: target.value === 'defaults' ? 'defaults' : 'parties' });
  });
  const fill = (layer: LayerId | undefined): void => {
    if (layer !== undefined) drawSplitPanel(list, stackSplit(data, members, { panel: layer, lens: query.lens }), layer);
  };
  // Filled before the browser opens it, so that the list of another stack does not show for a frame.
  list.addEventListener('click', ({ target }) => {
    const summary = target instanceof Element ? target.closest('summary') : null;
    const layer = summary?.closest('[data-layer]')?.getAttribute('data-layer') ?? '';
    if (isLayerId(layer)) fill(layer);
  });

  show(location.search, 0);
  return {
    drawn: Promise.resolve(),
    fromAddress: () => {
      show(location.search, motion());
    },
    go: (search) => {
      show(search, motion());
      setAddress(search || location.pathname, true);
      // The link that led here may be gone with what it stood in.
      part('status')?.focus({ preventScroll: true });
      part('status')?.scrollIntoView({ block: 'nearest' });
    },
    opened: (layer) => {
      fill(layer);
      if (layer === query.layer || layer !== openLayer(list)) return;
      query = { ...query, layer };
      setAddress(formatQuery(query) || location.pathname, false);
    },
  };
}

/** What the field offers for a text, without what is taken. */
function offered(services: readonly StackService[], text: string, taken: ReadonlySet<string>) {
  return findOptions(services, text).flatMap(({ service, options }) => {
    const one = service.options.length === 1;
    const choices = options
      .map((option) => ({ key: `${service.id}.${option.id}`, text: one ? service.short : option.name }))
      .filter(({ key }) => !taken.has(key));
    return choices.length === 0 ? [] : [{ name: one ? '' : service.short, choices }];
  });
}
