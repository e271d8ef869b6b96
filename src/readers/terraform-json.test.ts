import { expect, it } from 'vitest';
import { readText, says } from '../../scripts/read-stack.fixture.ts';

const db = (mode: string, values: unknown): unknown => ({
  address: 'module.db.aws_db_instance.main',
  mode,
  type: 'aws_db_instance',
  name: 'main',
  values,
});
const read = (value: unknown, name = 'plan.json'): ReturnType<typeof readText> => readText(name, JSON.stringify(value));

it.each([['0.1'], ['1.2']])('a plan of format %s tells its resources, those of modules too', (version) => {
  const reading = read({
    format_version: version,
    planned_values: {
      root_module: {
        resources: [{ address: 'aws_sqs_queue.a', mode: 'managed', type: 'aws_sqs_queue', name: 'a', values: {} }],
        child_modules: [
          { address: 'module.db', resources: [db('managed', { engine: 'custom-oracle-ee', password: 'hunter2' })], child_modules: [] },
        ],
      },
    },
    configuration: {},
  });
  expect(reading.files[0]?.format).toBe('terraform-plan');
  expect(says(reading)).toEqual(['amazon-sqs', 'amazon-rds.rds-custom-oracle']);
  expect(reading.items[1]?.name).toBe('module.db.aws_db_instance.main');
  // Plans hold secrets; nothing of a value leaves the reader.
  expect(JSON.stringify(reading)).not.toContain('hunter2');
});

it('a plan without planned values is read by its changes', () => {
  const reading = read({
    format_version: '1.2',
    resource_changes: [
      {
        address: 'aws_lambda_function.f',
        mode: 'managed',
        type: 'aws_lambda_function',
        name: 'f',
        change: { actions: ['create'], after: { package_type: 'Image' } },
      },
    ],
  });
  expect(says(reading)).toEqual(['aws-lambda.container-image']);
});

it('a state is read, as terraform shows it and as it is kept', () => {
  expect(
    says(read({ format_version: '1.0', values: { root_module: { resources: [db('managed', { engine: 'mysql' }), db('data', {})] } } })),
  ).toEqual(['amazon-rds', 'read amazon-rds']);
  const kept = {
    version: 4,
    terraform_version: '1.9.0',
    resources: [
      {
        mode: 'managed',
        type: 'aws_eks_cluster',
        name: 'c',
        module: 'module.k',
        instances: [{ attributes: { compute_config: [{ enabled: true }] } }],
      },
    ],
  };
  const reading = read(kept, 'terraform.tfstate');
  expect(reading.files[0]?.format).toBe('terraform-state');
  expect(says(reading)).toEqual(['amazon-eks.auto-mode']);
  expect(reading.items[0]?.name).toBe('module.k.aws_eks_cluster.c');
});

it('configuration in JSON is read, with references and lists', () => {
  const reading = read(
    {
      resource: { aws_db_instance: { a: { engine: '${var.engine}' }, b: [{ engine: 'mysql' }] }, aws_sqs_queue: [{ c: {} }] },
      data: { aws_vpc: { v: {} } },
      module: { net: { source: 'example/net/aws' } },
    },
    'main.tf.json',
  );
  expect(says(reading)).toEqual(['ask engine: ${var.engine}', 'amazon-rds', 'amazon-sqs', 'read amazon-vpc']);
  expect(reading.files[0]?.hidden).toEqual([{ what: 'module', name: 'net', from: 'example/net/aws', line: undefined }]);
});

it('a plan that was cut short keeps what was read, and says so', () => {
  const whole = JSON.stringify({
    format_version: '1.2',
    planned_values: { root_module: { resources: [db('managed', { engine: 'mysql' }), db('managed', { engine: 'mysql' })] } },
  });
  const reading = readText('plan.json', whole.slice(0, -40));
  expect(says(reading)).toContain('amazon-rds');
  expect(reading.files[0]?.troubles[0]?.found).toMatch(/^JSON that cannot be read/u);
});

it.each([
  ['aws_lambda_function', { package_type: 'Image', image_uri: '111122223333.dkr.ecr.example/a:1' }, 'aws-lambda.container-image'],
  ['aws_lambda_function', { package_type: 'Zip', runtime: 'provided.al2023' }, 'aws-lambda.os-only-runtime'],
  ['aws_s3_directory_bucket', { bucket: 'a--x-s3' }, 'amazon-s3.express-one-zone'],
  ['aws_eks_cluster', { compute_config: [{ enabled: true, node_pools: ['system'] }] }, 'amazon-eks.auto-mode'],
  ['aws_eks_cluster', { compute_config: [] }, 'amazon-eks'],
  ['aws_eks_fargate_profile', { cluster_name: 'a' }, 'amazon-eks.fargate'],
  ['aws_db_instance', { engine: 'custom-oracle-ee' }, 'amazon-rds.rds-custom-oracle'],
  ['aws_ecs_service', { launch_type: 'FARGATE' }, 'amazon-ecs.fargate'],
  ['aws_ecs_service', { launch_type: null, capacity_provider_strategy: [{ capacity_provider: 'FARGATE_SPOT' }] }, 'amazon-ecs.fargate'],
  ['aws_vpc_endpoint', { vpc_endpoint_type: 'Interface' }, 'aws-privatelink.interface-endpoint'],
])('%s with %j is %s in a plan of Terraform 1, in what shows a state, and in the state itself', (type, values, expected) => {
  const resource = { address: `${type}.a`, mode: 'managed', type, name: 'a', provider_name: 'registry.terraform.io/hashicorp/aws', values };
  const shown = { root_module: { resources: [resource] } };
  const instances = [{ schema_version: 0, attributes: values }];
  for (const value of [
    { format_version: '1.2', terraform_version: '1.14.0', planned_values: shown, resource_changes: [], configuration: {} },
    { format_version: '1.0', terraform_version: '1.14.0', values: shown },
    { version: 4, terraform_version: '1.14.0', serial: 7, resources: [{ mode: 'managed', type, name: 'a', instances }] },
  ])
    expect(says(read(value))).toEqual([expected]);
});

it('what a plan only destroys is run no longer', () => {
  const change = (type: string, actions: readonly string[], after: unknown): unknown => ({
    address: `${type}.a`,
    mode: 'managed',
    type,
    name: 'a',
    change: { actions, after },
  });
  const changes = [
    change('aws_sqs_queue', ['delete'], null),
    change('aws_sns_topic', ['delete', 'create'], {}),
    change('aws_kms_key', ['forget'], null),
  ];
  expect(says(read({ format_version: '1.2', resource_changes: changes }))).toEqual(['amazon-sns']);
});
