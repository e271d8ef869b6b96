// The page of an address that leads nowhere: names the page that was likely meant, and hands its words to the search.
import { serviceOfPath } from '../model/address.ts';
import type { publishAliases } from '../model/record/published.ts';
import { root } from '../model/root.ts';
import { servicePath, slug } from '../model/vocabulary.ts';
import { fetchJson } from './fetch-json.ts';

const word = slug(serviceOfPath(location.pathname));
const field = document.querySelector<HTMLInputElement>('tide-search input[name="q"]');
if (field) field.value = word.replaceAll('-', ' ');

fetchJson<ReturnType<typeof publishAliases>>(`${root}/data/v1/aliases.json`).then(
  ({ aliases }) => {
    const path = servicePath(word);
    const known = aliases.find(({ from, to }) => from === path || to === path);
    const place = document.querySelector<HTMLElement>('[data-likely]');
    const link = place?.querySelector('a');
    if (!place || !link || !known) return;
    const [to = path, option = ''] = known.to.split('?');
    // Of a doubled key the first counts: what the address asks for itself.
    const query = [location.search.slice(1), option].filter((part) => part !== '').join('&');
    link.href = `${to}${query === '' ? '' : `?${query}`}${location.hash}`;
    link.textContent = to;
    place.hidden = false;
  },
  // Without the list the links of the page lead on.
  () => undefined,
);
