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
