import type { APIRoute, GetStaticPaths } from 'astro';
import { getContent } from '../../../../content/load.ts';
import { conformancePacks } from '../../../../model/control/pack.ts';
import type { PackedControl } from '../../../../model/control/pack.ts';
import { servicePath } from '../../../../model/vocabulary.ts';

interface Props {
  short: string;
  own: readonly PackedControl[];
}

/** Each service with a control that AWS Config has a rule for. */
export const getStaticPaths = (() => {
  const { catalog, controls } = getContent();
  return catalog.services
    .map(({ id, short }) => {
      const own = controls.filter(({ duties }) => duties.some(({ service }) => service === id));
      return { params: { id }, props: { short, own } };
    })
    .filter(({ props }) => props.own.some(({ identifier }) => identifier !== undefined));
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props, { id: string }> = ({ params, props, site }) => {
  const [pack = ''] = conformancePacks(props.own, `${props.short}, from ${new URL(servicePath(params.id), site).href}`);
  return new Response(pack, { headers: { 'content-type': 'application/yaml; charset=utf-8' } });
};
