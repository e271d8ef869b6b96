// The redirects of other names as real servers and hosts read them, so that query and fragment survive without a page between.
import type { AliasAddress } from '../model/record/aliases.ts';

type Redirect = Pick<AliasAddress, 'from' | 'to'>;

/** An address with its path and query apart, because a server joins the query of the request with that of the target. */
const parts = ({ from, to }: Redirect): { from: string; path: string; query: string } => {
  const [path = '', query = ''] = to.split('?');
  return { from, path, query };
};

/** The file `_redirects`, which several hosts read. They keep the query of the request. */
export function hostRedirects(aliases: readonly Redirect[]): string {
  return `${aliases.map(({ from, to }) => `${from} ${to} 301`).join('\n')}\n`;
}

/** Maps for nginx, to include within `http`; a server then says `if ($tideline_alias) { return 301 $tideline_alias; }`. */
export function nginxMap(aliases: readonly Redirect[]): string {
  const all = aliases.map(parts);
  return `# Other names of services. Include this within http; within server: if ($tideline_alias) { return 301 $tideline_alias; }
map_hash_bucket_size 256;
map_hash_max_size 8192;
map $uri $tideline_path {
  default "";
${all.map(({ from, path }) => `  ${from} ${path};`).join('\n')}
}
map $uri $tideline_option {
  default "";
${all.flatMap(({ from, query }) => (query === '' ? [] : [`  ${from} ${query};`])).join('\n')}
}
# What the request asks for comes first, because of a doubled key the first counts.
map "$args&$tideline_option" $tideline_query {
  "&" "";
  "~^&(?<tideline_own>.+)$" ?$tideline_own;
  "~^(?<tideline_given>.+)&$" ?$tideline_given;
  default ?$args&$tideline_option;
}
map $tideline_path $tideline_alias {
  "" "";
  default $tideline_path$tideline_query;
}
`;
}

/** A map and its redirects for Caddy, to import within a site. */
export function caddyMap(aliases: readonly Redirect[]): string {
  const rule = (name: string, option: string, query: string, target: string): string =>
    `@tideline_${name} expression \`{tideline_path} != "" && {tideline_option} ${option} "" && {query} ${query} ""\`
redir @tideline_${name} ${target} 301`;
  return `# Other names of services. Import this within a site.
map {path} {tideline_path} {tideline_option} {
	default "" ""
${aliases
  .map(parts)
  .map(({ from, path, query }) => `\t${from} ${path} "${query}"`)
  .join('\n')}
}
${rule('alias', '==', '==', '{tideline_path}')}
${rule('alias_query', '==', '!=', '{tideline_path}?{query}')}
${rule('option', '!=', '==', '{tideline_path}?{tideline_option}')}
${rule('option_query', '!=', '!=', '{tideline_path}?{query}&{tideline_option}')}
`;
}
