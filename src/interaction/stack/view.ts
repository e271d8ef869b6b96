// The controls of a stack: turns the address into members, a scene and a drawing, and loads what is asked of the reader.
import { drawSplit, drawSplitPanel } from '../../drawings/split.ts';
import { drawMembers, drawWaiting } from '../../drawings/stack.ts';
import type { Control } from '../../model/control/control.ts';
import { joined } from '../../model/wording.ts';
import { findOptions } from '../../model/split/find-options.ts';
import { describeUnknownStack, formatStackQuery, noStackQuery, parseStackQuery } from '../../model/stack/address.ts';
import type { StackQuery } from '../../model/stack/address.ts';
import { groupings } from '../../model/stack/duties.ts';
import type * as Outputs from '../../model/stack/outputs.ts';
import { membersOf, refsOf, unpackStack } from '../../model/stack/members.ts';
import type { Member, StackPageData, StackService } from '../../model/stack/members.ts';
import { isLayerId } from '../../model/vocabulary.ts';
import type { LayerId } from '../../model/vocabulary.ts';
import { countMembers, stackFinding, stackScene, stackSplit } from '../../scenes/stack.ts';
import { setAddress } from '../address-bar.ts';
import { upgradeCombobox } from '../combobox.ts';
import { tell } from '../notice.ts';
import { painted } from '../painted.ts';
import { readPageData } from '../page-data.ts';
import type { View } from '../save.ts';
import { motion, openLayer, showLayer } from '../split.ts';
import { isQuick } from '../time-limit.ts';
import { loadControls } from '../load-controls.ts';
import { upgradePack } from './checks.ts';
import { startDuties } from './duties.ts';
import { withTeams } from '../../model/stack/teams.ts';
import { readRecord } from './kept.ts';
import { cellsOf, loadCells } from './load.ts';
import { upgradeNotes } from './notes.ts';

/** What the page's small script asks of this one. */
export interface StackView {
  /** Shows what the address says. */
  readonly fromAddress: () => void;
  /** Shows another stack, and writes it into the address. */
  readonly go: (search: string) => void;
  /** Fills the panel of the layer that is now open, and writes it into the address. */
  readonly opened: (layer: LayerId | undefined) => void;
  readonly shared: () => Promise<View>;
}

/** Of more the strips are folded, so that the drawing begins soon: as many as stand in two or three lines. */
const unfolded = (): number => (matchMedia('(max-width: 45rem)').matches ? 3 : 12);

/**
 * Shows what the address says, and returns what the controls do.
 * @param list the diagram in the element
 * @throws Error if the page carries no data
 */
export function startStack(root: HTMLElement, list: HTMLElement, form: HTMLFormElement): StackView {
  const data = readPageData<StackPageData>(root);
  if (!data) throw new Error('the page carries no data of the services');
  const services = unpackStack(data);
  const part = (name: string): HTMLElement | null => root.querySelector<HTMLElement>(`[data-part="${name}"]`);
  let query: StackQuery = noStackQuery;
  let members: readonly Member[] = [];
  let turn = 0;
  /** Resolves once the duties of the members are there, or will not come. */
  let settled: Promise<void> = Promise.resolve();
  const told = upgradeNotes(root, () => {
    duties.again();
  });
  const duties = startDuties(root, data, told);
  upgradePack(root, () => members);
  const missing = (): Member[] => members.filter((member) => !cellsOf(member));

  const draw = (duration: number): void => {
    const { lens, layer, group } = query;
    const { length } = members;
    root.toggleAttribute('data-empty', length === 0);
    for (const radio of root.querySelectorAll<HTMLInputElement>('input[name="lens"], input[name="group"]'))
      radio.checked = radio.value === (radio.name === 'lens' ? lens : group);
    const scene = stackScene(data, members, { panel: layer ?? 'none', lens });
    const status = part('status');
    if (status) status.textContent = length === 0 ? '' : countMembers(members);
    const strips = part('members');
    if (strips instanceof HTMLDetailsElement && strips.dataset['drawn'] === undefined && length > 0) {
      strips.open = length <= unfolded();
      strips.dataset['drawn'] = '';
    }
    const names = strips?.querySelector('ul');
    if (names) drawMembers(names, scene.members);
    const waiting = part('waiting');
    if (waiting) drawWaiting(waiting, scene.waiting);
    list.closest('.inner')?.setAttribute('data-lens', lens);
    for (const words of root.querySelectorAll<HTMLElement>('[data-through]')) words.hidden = words.dataset['through'] !== lens;
    drawSplit(list, scene.split, { duration, group: list.dataset['group'] ?? 'layer', panel: layer ?? 'none' });
    showLayer(list, layer);
  };

  /** Once what was chosen shows. */
  const regroup = async (): Promise<void> => {
    const mine = turn;
    await painted();
    if (mine === turn) drawDuties();
  };
  const drawDuties = (): void => {
    const loaded = members.flatMap((member) => {
      const cells = cellsOf(member);
      return cells ? [{ member, cells }] : [];
    });
    duties.show(loaded, query.group);
  };
  /** @param unknown what the reader is told of the address */
  const load = async (unknown: string): Promise<void> => {
    const mine = ++turn;
    const status = part('loading');
    const say = (): void => {
      if (mine === turn && status)
        status.textContent = `Loading what is yours to do: ${members.length - missing().length} of ${members.length} …`;
    };
    let late = false;
    const all = loadCells(members, () => {
      if (late) say();
    });
    settled = all;
    list.closest('tide-stack')?.setAttribute('aria-busy', 'true');
    if (!(await isQuick(all)) && mine === turn) {
      late = true;
      say();
      // The duties of another stack must not stand under the names of this one.
      drawDuties();
    }
    await all;
    // What was chosen shows first, then what follows from it.
    await painted();
    if (mine !== turn) return;
    if (status) status.textContent = '';
    drawDuties();
    const lost = missing();
    const sentence =
      lost.length === 0
        ? ''
        : `${joined(lost.map(({ listed }) => listed))} could not be loaded, so ${lost.length === 1 ? 'its duties are' : 'their duties are'} missing from the list. The drawing shows all.`;
    tell(
      root,
      [unknown, sentence].filter((text) => text !== '').join(' '),
      lost.length === 0
        ? undefined
        : () => {
            void load(unknown);
          },
    );
    root.setAttribute('aria-busy', 'false');
  };

  const show = (search: string, duration: number): void => {
    const before = { members, group: query.group };
    const { query: asked, unknown } = parseStackQuery(search, services);
    query = asked;
    members = membersOf(query.services, services);
    const sentence = describeUnknownStack(unknown);
    draw(duration);
    // A choice of how to look leaves the list as it is, and what is told of files that did not come.
    if (turn > 0 && isSame(members, before.members)) {
      if (missing().length === 0) tell(root, sentence);
      if (query.group !== before.group) void regroup();
      return;
    }
    tell(root, sentence);
    void load(sentence);
  };
  const change = (changed: Partial<StackQuery>): void => {
    const search = formatStackQuery({ ...query, ...changed });
    show(search, motion());
    setAddress(search || location.pathname, true);
  };

  const input = form.querySelector('input');
  const choices = form.querySelector<HTMLElement>('[role="listbox"]');
  const status = form.querySelector<HTMLElement>('[role="status"]');
  if (input && choices && status)
    upgradeCombobox(
      { input, list: choices, status },
      (text) => offered(services, text, new Set(members.map(({ key }) => key))),
      () => '',
      (key) => {
        const [service = '', option] = key.split('.');
        change({ services: [...refsOf(members), ...refsOf(membersOf([{ service, option }], services))] });
      },
    );
  root.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('button[data-remove]') : null;
    if (!button) return;
    change({ services: refsOf(members.filter(({ key }) => key !== button.dataset['remove'])) });
    // The button is gone with its member.
    input?.focus();
  });
  root.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.name === 'lens') change({ lens: target.value === 'defaults' ? 'defaults' : 'parties' });
    if (target.name === 'group') change({ group: groupings.find((id) => id === target.value) ?? 'urgency' });
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
      setAddress(formatStackQuery(query) || location.pathname, false);
    },
    shared: async () => {
      await settled;
      // Whoever takes the list along learns that it is not whole.
      if (missing().length > 0) throw new Error(`${missing().length} services have not been loaded`);
      const { record } =
        typeof siteBare === 'undefined'
          ? {
              record: withTeams(
                readRecord().record,
                duties.groups('urgency').flatMap((group) => group.duties),
                data,
              ),
            }
          : readRecord();
      const shown = {
        title: stackFinding(members),
        address: location.href,
        members,
        groups: duties.groups(),
        record,
      };
      return {
        title: shown.title,
        file: 'tideline-stack',
        table: output(({ dutiesTable }, controls) => dutiesTable(data, { ...shown, controls })),
        markdown: output(({ dutiesMarkdown }, controls) => dutiesMarkdown(data, { ...shown, controls })),
        json: output(({ stackData }, controls) => {
          const whole = stackData(data, { ...shown, groups: duties.groups('urgency'), controls });
          return `${JSON.stringify(whole, null, 2)}\n`;
        }),
        picture: async (labels) => (await import('../../scenes/stack-picture.ts')).stackPicture(data, members, query.lens, labels),
      };
    },
  };
}

const isSame = (a: readonly Member[], b: readonly Member[]): boolean =>
  a.length === b.length && a.every(({ key }, at) => key === b[at]?.key);

/** Makes what readers take along with code and controls that only they need. */
const output =
  <T>(make: (outputs: typeof Outputs, controls: readonly Control[]) => T) =>
  async (): Promise<T> =>
    make(...(await Promise.all([import('../../model/stack/outputs.ts'), loadControls()])));

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
