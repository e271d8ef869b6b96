import { describe, expect, it } from 'vitest';
import { readText, says } from '../../scripts/read-stack.fixture.ts';

const block = (type: string, body: string): string => `resource "${type}" "main" {\n${body}\n}\n`;
const said = (text: string): string[] => says(readText('main.tf', text));

describe('a resource of Terraform', () => {
  it.each([
    ['aws_lambda_function', 'package_type = "Image"', 'aws-lambda.container-image'],
    ['aws_lambda_function', 'image_uri = "${var.repository}:1"', 'aws-lambda.container-image'],
    ['aws_lambda_function', 'runtime = "provided.al2023"', 'aws-lambda.os-only-runtime'],
    ['aws_lambda_function', 'runtime = "nodejs22.x"', 'aws-lambda.managed-runtime'],
    ['aws_lambda_function', 'package_type = var.kind', 'ask package_type: var.kind'],
    [
      'aws_lambda_function',
      'runtime = var.slow ? "provided.al2023" : "nodejs22.x"',
      'ask runtime: var.slow ? "provided.al2023" : "nodejs22.x"',
    ],
    ['aws_lambda_function', 'runtime = var.slow ? "python3.13" : "nodejs22.x"', 'aws-lambda.managed-runtime'],
    ['aws_ecs_service', 'launch_type = var.spot ? null : "EC2"', 'amazon-ecs.ec2'],
    ['aws_db_instance', 'engine = var.a ? "mysql" : (var.b)', 'ask engine: var.a ? "mysql" : (var.b)'],
    ['aws_db_instance', 'engine = "postgres"', 'amazon-rds'],
    ['aws_db_instance', 'engine = "custom-oracle-ee"', 'amazon-rds.rds-custom-oracle'],
    ['aws_db_instance', 'engine = "CUSTOM-SQLSERVER-WEB"', 'amazon-rds.rds-custom-sql-server'],
    ['aws_db_instance', 'engine = aws_rds_cluster.main.engine', 'ask engine: aws_rds_cluster.main.engine'],
    ['aws_rds_cluster', 'engine = "postgres"', 'amazon-rds'],
    ['aws_rds_cluster', 'engine = "aurora-mysql"', 'amazon-aurora'],
    ['aws_rds_cluster', '', 'amazon-aurora'],
    ['aws_ecs_service', 'launch_type = "FARGATE"', 'amazon-ecs.fargate'],
    ['aws_ecs_service', 'launch_type = "EXTERNAL"', 'amazon-ecs.external'],
    ['aws_ecs_service', '', 'amazon-ecs.ec2'],
    ['aws_ecs_service', 'capacity_provider_strategy {\n capacity_provider = "FARGATE_SPOT"\n}', 'amazon-ecs.fargate'],
    [
      'aws_ecs_service',
      'capacity_provider_strategy {\n capacity_provider = "own"\n}',
      'ask capacity_provider_strategy.capacity_provider: own',
    ],
    [
      'aws_ecs_service',
      'dynamic "capacity_provider_strategy" {\n for_each = var.all\n content {\n capacity_provider = "FARGATE"\n}\n}',
      'amazon-ecs.fargate',
    ],
    ['aws_ecs_task_definition', 'requires_compatibilities = ["FARGATE"]', 'amazon-ecs.fargate'],
    ['aws_ecs_task_definition', '', 'amazon-ecs'],
    ['aws_eks_cluster', 'compute_config {\n enabled = true\n}', 'amazon-eks.auto-mode'],
    ['aws_eks_cluster', 'compute_config = {\n enabled = true\n}', 'amazon-eks.auto-mode'],
    ['aws_eks_cluster', 'compute_config {\n enabled = var.auto\n}', 'ask compute_config.enabled: var.auto'],
    ['aws_eks_cluster', 'remote_network_config {\n}', 'amazon-eks.hybrid-nodes'],
    ['aws_eks_cluster', '', 'amazon-eks'],
    ['aws_eks_fargate_profile', '', 'amazon-eks.fargate'],
    ['aws_eks_node_group', '', 'amazon-eks.managed-node-groups'],
    ['aws_elasticache_replication_group', 'engine = "valkey"', 'amazon-elasticache.valkey'],
    ['aws_elasticache_cluster', 'engine = "memcached"', 'amazon-elasticache.memcached'],
    ['aws_elasticache_serverless_cache', 'engine = "valkey"', 'amazon-elasticache.serverless'],
    ['aws_lb', '', 'elastic-load-balancing.application-load-balancer'],
    ['aws_lb', 'load_balancer_type = "gateway"', 'elastic-load-balancing.gateway-load-balancer'],
    ['aws_elb', '', 'elastic-load-balancing.classic'],
    ['aws_load_balancer_backend_server_policy', '', 'weak elastic-load-balancing'],
    ['aws_vpc_endpoint', '', 'amazon-vpc'],
    ['aws_vpc_endpoint', 'vpc_endpoint_type = "Interface"', 'aws-privatelink.interface-endpoint'],
    ['aws_fsx_lustre_file_system', 'deployment_type = "SCRATCH_2"', 'amazon-fsx-for-lustre.scratch'],
    ['aws_fsx_ontap_file_system', '', 'amazon-fsx-for-netapp-ontap'],
    ['aws_batch_compute_environment', 'compute_resources {\n type = "FARGATE_SPOT"\n}', 'aws-batch.fargate'],
    ['aws_batch_compute_environment', 'eks_configuration {\n}', 'aws-batch.eks'],
    ['aws_directory_service_directory', '', 'aws-directory-service.simple-ad'],
    ['aws_directory_service_directory', 'type = "MicrosoftAD"', 'aws-directory-service.managed-microsoft-ad'],
    ['aws_codebuild_project', 'environment {\n image = "aws/codebuild/standard:7.0"\n}', 'aws-codebuild.managed-image'],
    ['aws_codebuild_project', 'environment {\n image = "example.com/build:1"\n}', 'aws-codebuild.custom-image'],
    ['aws_apprunner_service', 'source_configuration {\n code_repository {\n}\n}', 'aws-app-runner.source-code'],
    ['aws_s3_directory_bucket', '', 'amazon-s3.express-one-zone'],
    ['aws_s3_bucket', '', 'amazon-s3'],
    ['aws_kms_external_key', '', 'aws-kms.imported-key-material'],
    ['aws_key_pair', '', 'weak amazon-ec2'],
    ['aws_db_subnet_group', '', 'weak amazon-rds'],
    ['google_compute_instance', '', 'other google'],
    ['random_id', '', 'other random'],
    ['awscc_s3_bucket', '', 'amazon-s3'],
    ['aws_no_such_thing', '', 'unknown'],
  ])('%s with {%s} is %s', (type, body, expected) => {
    expect(said(block(type, body))).toEqual([expected]);
  });
});

it('what is read from elsewhere is not run, and modules are named as hiding resources', () => {
  const reading = readText('main.tf', 'data "aws_vpc" "main" {}\nmodule "db" {\n  source = "terraform-aws-modules/rds/aws"\n}\n');
  expect(says(reading)).toEqual(['read amazon-vpc']);
  expect(reading.files[0]?.hidden).toEqual([{ what: 'module', name: 'db', from: 'terraform-aws-modules/rds/aws', line: 2 }]);
  expect(reading.members).toEqual([]);
});

describe('whatever stands around it', () => {
  const bucket = block('aws_s3_bucket', 'bucket = "a"');
  it.each([
    ['a byte order mark and Windows line ends', `\uFEFF${bucket.replaceAll('\n', '\r\n')}`],
    ['a comment with a resource in it', `# resource "aws_sqs_queue" "a" {}\n/* resource "aws_sqs_queue" "b" {} */\n${bucket}`],
    ['a text with a resource in it', `locals {\n  a = <<-EOT\n  resource "aws_sqs_queue" "a" {}\n  EOT\n}\n${bucket}`],
    [
      'expressions',
      `locals {\n  a = { for k, v in var.all : k => v }\n  b = "%{ if var.x }a%{ endif }"\n  c = jsonencode({ a = [1] })\n}\n${bucket}`,
    ],
    ['blocks that move and remove', `moved {\n from = a.b\n to = c.d\n}\nremoved {\n from = e.f\n}\n${bucket}`],
    ['a file that ends within a text', `${bucket}\nresource "aws_sqs_queue" "b" {\n  policy = <<EOT\n{`],
    ['names without quotes', 'resource aws_s3_bucket main {\n}\n'],
  ])('%s, a bucket is found', (_, text) => {
    expect(said(text)).toContain('amazon-s3');
    expect(said(text).filter((each) => each === 'amazon-sqs').length).toBeLessThanOrEqual(text.includes('aws_sqs_queue" "b" {\n') ? 1 : 0);
  });

  it('garbage before it leaves the resources, by their lines', () => {
    const reading = readText('main.tf', `}}}} ===\n${bucket}`);
    expect(says(reading)).toEqual(['amazon-s3']);
    expect(reading.files[0]?.troubles[0]).toMatchObject({ line: 1 });
  });

  it('a brace that is missing is said, with the line', () => {
    const reading = readText('main.tf', `${bucket}resource "aws_sqs_queue" "b" {\n  name = "b"\n\n${bucket}`);
    expect(says(reading)).toContain('amazon-s3');
    expect(reading.files[0]?.troubles.length).toBeGreaterThan(0);
  });

  it('10,000 resources are read', () => {
    const { members } = readText('main.tf', bucket.repeat(10_000));
    expect(members).toEqual([{ service: 'amazon-s3', option: undefined, resources: 10_000 }]);
  });
});
