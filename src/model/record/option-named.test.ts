import { describe, expect, it } from 'vitest';
import { getContent } from '../../content/load.ts';
import { aliasAddresses } from './aliases.ts';
import { optionNamed } from './option-named.ts';

const { catalog } = getContent();
const every = catalog.services.flatMap((service) => service.options.map((option) => ({ service, option })));
const of = (id: string, text: string, loose?: string): string | undefined => {
  const service = catalog.services.find((each) => each.id === id);
  return service && optionNamed(service, text, loose);
};

describe('the option that a text names', () => {
  it.each([
    ['amazon-rds', 'who patches the os on RDS Custom for Oracle', 'rds-custom-oracle'],
    ['amazon-rds', 'RDS for Oracle', undefined],
    ['amazon-rds', 'rds custom', 'rds-custom-oracle'],
    ['amazon-eks', 'eks auto mode patching', 'auto-mode'],
    ['amazon-eks', 'EKS self managed', 'self-managed-nodes'],
    ['amazon-eks', 'managed Kubernetes', undefined],
    ['amazon-eks', 'who patches eks fargte', 'fargate'],
    ['amazon-rds', 'rds csutom orcale', 'rds-custom-oracle'],
    ['amazon-ecs', 'ECS Anywhere', 'external'],
    ['amazon-dynamodb', 'DAX', 'dax'],
    ['elastic-load-balancing', 'is an NLB reachable', 'network-load-balancer'],
    ['elastic-load-balancing', 'GWLB', 'gateway-load-balancer'],
    ['elastic-load-balancing', 'CLB', 'classic'],
    ['aws-kms', 'AWS managed keys', 'aws-managed-key'],
    ['aws-kms', 'who rotates a customer managed key', 'customer-managed-key'],
    ['aws-lambda', 'who patches a customer-managed runtime', 'customer-managed-runtime'],
  ])('of %s, "%s": %s', (id, text, option) => {
    expect(of(id, text)).toBe(option);
  });

  it('is not told by words that ask for a layer, unless they are its whole name', () => {
    expect(of('aws-lambda', 'who patches the os on lambda', 'lambda')).toBeUndefined();
    expect(of('aws-lambda', 'who patches the os of an os-only runtime', 'lambda')).toBe('os-only-runtime');
  });

  it.each(['', '???', '数据库', 'rds'])('is none for "%s"', (text) => {
    expect(of('amazon-rds', text)).toBeUndefined();
  });

  it('is found for every option by its name, alone, after its service and in a question', () => {
    const lost = every.flatMap(({ service, option }) =>
      [option.name, `${service.short} ${option.name}`, `who patches the OS on ${service.name}, ${option.name}?`]
        .filter((text) => (optionNamed(service, text, '') ?? service.options[0].id) !== option.id)
        .map((text) => `${service.id}.${option.id}: ${text}`),
    );
    expect(every.length).toBeGreaterThan(170);
    expect(lost).toEqual([]);
  });
});

describe('an alias', () => {
  const to = new Map(aliasAddresses(catalog).map((alias) => [alias.from, alias.to]));

  it.each([
    ['rds', 'amazon-rds/'],
    ['rds-custom', 'amazon-rds/?option=rds-custom-oracle'],
    ['lambda-managed-instances', 'aws-lambda/?option=managed-instances'],
    ['emr-serverless', 'amazon-emr/?option=serverless'],
    ['simple-ad', 'aws-directory-service/?option=simple-ad'],
    ['shield-advanced', 'aws-shield/?option=advanced'],
    ['memcached', 'amazon-elasticache/?option=memcached'],
    ['ecs-express-mode', 'amazon-ecs/?option=fargate'],
    ['aoss', 'amazon-opensearch-service/?option=serverless'],
    ['managed-kubernetes', 'amazon-eks/'],
  ])('%s leads to %s', (name, address) => {
    expect(to.get(`/services/${name}/`)).toBe(`/services/${address}`);
  });

  it('that is the name of an option leads to it', () => {
    const astray = every.flatMap(({ service, option }) =>
      [option.name, `${service.short} ${option.name}`, ...(option.aliases ?? [])].flatMap((name) => {
        const path = `/services/${name.toLowerCase().replace(/[^a-z0-9]+/gu, '-')}/`;
        const target = to.get(path) ?? '';
        const expected = option === service.options[0] ? `/services/${service.id}/` : `/services/${service.id}/?option=${option.id}`;
        return target.startsWith(`/services/${service.id}/`) && target !== expected ? [`${path} → ${target}`] : [];
      }),
    );
    expect(astray).toEqual([]);
  });
});
