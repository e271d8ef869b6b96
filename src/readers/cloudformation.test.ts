import { stringify } from 'yaml';
import { describe, expect, it } from 'vitest';
import { readText, says } from '../../scripts/read-stack.fixture.ts';

const template = (type: string, properties: string): string =>
  `AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  Main:\n    Type: ${type}\n    Properties:\n${properties.replaceAll(/^/gmu, '      ')}\n`;
const said = (text: string): string[] => says(readText('template.yaml', text));

describe('a resource of CloudFormation', () => {
  it.each([
    ['AWS::Lambda::Function', 'Code:\n  ImageUri: !Sub ${Account}.dkr.ecr.example/x', 'aws-lambda.container-image'],
    ['AWS::Lambda::Function', 'Runtime: python3.13', 'aws-lambda.managed-runtime'],
    ['AWS::Lambda::Function', 'Runtime: !Ref Runtime', 'ask Runtime: Ref Runtime'],
    ['AWS::RDS::DBInstance', 'Engine: !If [Large, custom-oracle-ee, mysql]', 'ask Engine: If ["Large","custom-oracle-ee","mysql"]'],
    ['AWS::RDS::DBInstance', 'Engine: !If [Large, oracle-ee, mysql]', 'amazon-rds'],
    ['AWS::RDS::DBInstance', 'Engine: !If [Large, oracle-ee, !If [Small, mysql, postgres]]', 'amazon-rds'],
    ['AWS::RDS::DBInstance', 'Engine: !If [Large, oracle-ee, !Ref Engine]', 'ask Engine: If ["Large","oracle-ee",{"Ref":"Engine"}]'],
    ['AWS::ECS::Service', 'LaunchType: !If [Spot, !Ref "AWS::NoValue", EC2]', 'amazon-ecs.ec2'],
    ['AWS::ECS::Service', 'CapacityProviderStrategy:\n  - CapacityProvider: !If [Spot, FARGATE_SPOT, FARGATE]', 'amazon-ecs.fargate'],
    ['AWS::RDS::DBInstance', 'Engine: custom-oracle-ee', 'amazon-rds.rds-custom-oracle'],
    ['AWS::RDS::DBCluster', 'Engine: aurora-postgresql', 'amazon-aurora'],
    ['AWS::ECS::Service', 'CapacityProviderStrategy:\n  - CapacityProvider: FARGATE', 'amazon-ecs.fargate'],
    ['AWS::EKS::Cluster', 'ComputeConfig:\n  Enabled: true', 'amazon-eks.auto-mode'],
    ['AWS::FSx::FileSystem', 'FileSystemType: ONTAP', 'amazon-fsx-for-netapp-ontap'],
    ['AWS::EC2::VPCEndpoint', 'VpcEndpointType: Interface', 'aws-privatelink.interface-endpoint'],
    ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'Type: network', 'elastic-load-balancing.network-load-balancer'],
    ['AWS::ElasticLoadBalancing::LoadBalancer', 'Scheme: internal', 'elastic-load-balancing.classic'],
    ['AWS::S3Express::DirectoryBucket', 'DataRedundancy: SingleAvailabilityZone', 'amazon-s3.express-one-zone'],
    ['AWS::EKS::FargateProfile', 'ClusterName: a', 'amazon-eks.fargate'],
    ['AWS::EKS::Cluster', 'ComputeConfig:\n  Enabled: !Ref Auto', 'ask ComputeConfig.Enabled: Ref Auto'],
    ['AWS::RDS::DBInstance', 'Engine: custom-sqlserver-se', 'amazon-rds.rds-custom-sql-server'],
    ['AWS::KMS::Key', 'Origin: EXTERNAL', 'aws-kms.imported-key-material'],
    ['AWS::RDS::DBSubnetGroup', 'SubnetIds: []', 'weak amazon-rds'],
    ['AWS::CDK::Metadata', 'Analytics: x', 'scaffold'],
    ['Custom::S3AutoDeleteObjects', 'BucketName: x', 'scaffold'],
    ['Datadog::Monitors::Monitor', 'Name: x', 'other Datadog'],
    ['AWS::No::Such', 'Name: x', 'unknown'],
  ])('%s with {%s} is %s, in YAML and JSON', (type, properties, expected) => {
    expect(said(template(type, properties))).toEqual([expected]);
  });

  it('is read from JSON with comments, a comma at the end and a byte order mark', () => {
    const json = '\uFEFF{ // a template\n "Resources": { "Main": { "Type": "AWS::SQS::Queue", "Properties": {}, } } }';
    expect(says(readText('template.json', json))).toEqual(['amazon-sqs']);
    expect(says(readText('', '{"Resources":{"Db":{"Type":"AWS::RDS::DBInstance","Properties":{"Engine":{"Ref":"E"}}}}}'))).toEqual([
      'ask Engine: Ref E',
    ]);
  });

  it('knows its line', () => {
    expect(readText('template.yaml', template('AWS::SQS::Queue', 'A: b')).items[0]?.line).toBe(3);
  });
});

describe('a template of SAM', () => {
  const sam = (globals: string, own: string): string =>
    `Transform: AWS::Serverless-2016-10-31\nGlobals:\n  Function:\n    ${globals}\nResources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      ${own}\n`;
  it.each([
    ['Runtime: provided.al2023', 'Handler: a.b', 'aws-lambda.os-only-runtime'],
    ['Runtime: provided.al2023', 'Runtime: nodejs22.x', 'aws-lambda.managed-runtime'],
    ['PackageType: Image', 'MemorySize: 128', 'aws-lambda.container-image'],
  ])('takes {%s} for all functions, unless one says {%s}', (globals, own, expected) => {
    expect(said(sam(globals, own))).toEqual([expected]);
  });

  it('has resources that its events create', () => {
    const events =
      'Events:\n        Get: { Type: Api, Properties: { Path: /, Method: get } }\n        Nightly: { Type: Schedule, Properties: { Schedule: rate(1 day) } }\n        Queue: { Type: SQS }';
    expect(said(sam('Timeout: 3', events))).toEqual(['aws-lambda.managed-runtime', 'amazon-api-gateway', 'amazon-eventbridge']);
    expect(said(sam('Timeout: 3', 'Events:\n        Get: { Type: Api, Properties: { RestApiId: !Ref Own } }'))).toEqual([
      'aws-lambda.managed-runtime',
    ]);
  });
});

it('names what hides resources', () => {
  const text = stringify({
    Transform: 'Example::Macro',
    Resources: {
      Network: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'https://example.com/network.yaml' } },
      Data: { Type: 'Example::Company::Data::MODULE' },
      'Fn::ForEach::Queues': ['Name', ['a', 'b'], { 'Queue${Name}': { Type: 'AWS::SQS::Queue' } }],
    },
  });
  const { files, members } = readText('template.yaml', text);
  expect(files[0]?.hidden.map(({ what, name }) => [what, name])).toEqual([
    ['nested-stack', 'Network'],
    ['module', 'Data'],
    ['loop', 'Fn::ForEach::Queues'],
    ['macro', 'Transform'],
  ]);
  expect(members.map(({ service }) => service)).toEqual(['aws-cloudformation', 'amazon-sqs']);
});

describe('a broken template', () => {
  it.each([
    ['tabs', 'Resources:\n\tA:\n\t\tType: AWS::SQS::Queue\n', 2],
    ['a quote that is open', 'Resources:\n  A:\n    Type: AWS::SQS::Queue\n  B:\n    Type: "AWS::SNS::Topic\n', 5],
  ])('says where %s are', (_, text, line) => {
    const { troubles } = readText('template.yaml', text).files[0] ?? { troubles: [] };
    expect(troubles[0]?.line).toBeGreaterThanOrEqual(line - 1);
    expect(troubles[0]?.found).not.toMatch(/_/u);
  });

  it('keeps what stands before the fault', () => {
    expect(said('Resources:\n  A:\n    Type: AWS::SQS::Queue\n  B:\n    Type: "AWS::SNS::Topic\n')).toContain('amazon-sqs');
    expect(says(readText('t.json', '{"Resources":{"A":{"Type":"AWS::SQS::Queue"},"B":{"Ty'))).toContain('amazon-sqs');
  });

  it('without resources says so', () => {
    expect(readText('template.yaml', 'a: 1\n').files[0]?.troubles[0]?.found).toBe('no section Resources');
  });

  it('with aliases of aliases does not grow', () => {
    const rows = Array.from({ length: 30 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`);
    const text = `a0: &a0 x\n${rows.join('\n')}\nResources:\n  A:\n    Type: AWS::SQS::Queue\n    Properties: *a30\n`;
    expect(said(text)).toEqual(['amazon-sqs']);
  });
});
