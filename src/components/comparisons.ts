// Comparisons worth a link: the ways to run each service that has several, the questions people ask first before them.
import type { Service } from '../model/record/catalog.ts';

export interface Comparison {
  readonly name: string;
  readonly refs: readonly { readonly service: string; readonly option: string }[];
}

/** What readers ask most; left out where a record is missing. */
const asked: readonly { readonly name: string; readonly refs: readonly string[] }[] = [
  { name: 'EKS: managed node groups or Auto Mode', refs: ['amazon-eks.managed-node-groups', 'amazon-eks.auto-mode'] },
  { name: 'Containers: ECS on EC2, ECS on Fargate, Lambda', refs: ['amazon-ecs.ec2', 'amazon-ecs.fargate', 'aws-lambda.managed-runtime'] },
  { name: 'A database on EC2, or Amazon RDS', refs: ['amazon-ec2.default', 'amazon-rds.default'] },
];

export function comparisons(services: readonly Service[]): Comparison[] {
  const known = (ref: string): { service: string; option: string }[] => {
    const [id = '', option = ''] = ref.split('.');
    const service = services.find((each) => each.id === id);
    return service?.options.some((each) => each.id === option) === true ? [{ service: id, option }] : [];
  };
  return [
    ...asked.map(({ name, refs }) => ({ name, refs: refs.flatMap(known) })).filter(({ refs }) => refs.length > 1),
    ...services.flatMap((service) => comparisonOf(service) ?? []),
  ];
}

/** The ways to run one service, four at most; undefined where there is one. */
export function comparisonOf(service: Service): Comparison | undefined {
  if (service.options.length < 2) return undefined;
  const options = service.options.slice(0, 4);
  return {
    name: `${service.short}: ${options.map((option) => option.name).join(', ')}`,
    refs: options.map((option) => ({ service: service.id, option: option.id })),
  };
}
