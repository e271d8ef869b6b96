// Which way to run a service an attribute of a resource chooses. Absent attributes mean what AWS then does.
import type { Attribute, Choice, Resource } from './resource.ts';

/** A way to run a service, or the attribute that the reader must tell, with what it may choose. */
export type Told = Choice | { readonly attribute: string; readonly text: string; readonly options: readonly Choice[] };
export type Rule = (resource: Resource) => Told | undefined;

const to = (service: string, option?: string): Choice => ({ service, option });

/** The value of an attribute as text; undefined where it is absent, and a reference where only a variable says it. */
interface Said {
  readonly path: string;
  readonly text: string | undefined;
  readonly reference: string | undefined;
}

/** Looks an attribute up by the path of the resource's language. */
function said(resource: Resource, terraform: string, cloudformation: string): Said {
  const path = resource.language === 'terraform' ? terraform : cloudformation;
  return { path, ...textOf(path === '' ? { kind: 'absent' } : resource.attribute(path)) };
}

function textOf(attribute: Attribute): Omit<Said, 'path'> {
  if (attribute.kind === 'reference') return { text: undefined, reference: attribute.text };
  if (attribute.kind === 'absent') return { text: undefined, reference: undefined };
  const { value } = attribute;
  const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return { text: plain ? String(value) : JSON.stringify(value), reference: undefined };
}

const ask = ({ path, reference }: Said, options: readonly Choice[]): Told => ({ attribute: path, text: reference ?? '', options });

/**
 * Chooses by one attribute: the first pattern that fits, else the last choice.
 * @param asked what a reader is asked where only a variable says it: the usual one first, unless it is told here
 */
function byText(
  terraform: string,
  cloudformation: string,
  cases: readonly (readonly [RegExp, Choice])[],
  otherwise: Choice | undefined,
  asked: readonly Choice[] = [...(otherwise ? [otherwise] : []), ...cases.map(([, choice]) => choice)],
): Rule {
  return (resource) => {
    const attribute = said(resource, terraform, cloudformation);
    if (attribute.reference !== undefined) return ask(attribute, distinct(asked));
    const { text } = attribute;
    return (text === undefined ? undefined : cases.find(([pattern]) => pattern.test(text))?.[1]) ?? otherwise;
  };
}

/** Each once, in their order. */
export const distinct = (choices: readonly Choice[]): Choice[] =>
  choices.filter((each, index) => choices.findIndex((other) => other.service === each.service && other.option === each.option) === index);

/** Whether a block or a setting is there at all. */
const has = (resource: Resource, terraform: string, cloudformation: string): boolean => {
  const path = resource.language === 'terraform' ? terraform : cloudformation;
  return path !== '' && resource.attribute(path).kind !== 'absent';
};

const always =
  (service: string, option?: string): Rule =>
  () =>
    to(service, option);

const ecs = (option: string): Choice => to('amazon-ecs', option);
const ecsService: Rule = (resource) => {
  const type = said(resource, 'launch_type', 'LaunchType');
  const provider = said(resource, 'capacity_provider_strategy.capacity_provider', 'CapacityProviderStrategy.CapacityProvider');
  const options = ['ec2', 'fargate', 'managed-instances', 'external'].map(ecs);
  if (type.reference !== undefined) return ask(type, options);
  if (type.text !== undefined)
    return ecs({ FARGATE: 'fargate', EXTERNAL: 'external', MANAGED_INSTANCES: 'managed-instances' }[type.text.toUpperCase()] ?? 'ec2');
  if (provider.text?.toUpperCase().startsWith('FARGATE') === true) return ecs('fargate');
  // A capacity provider of the reader's own: its name does not say which kind it is.
  if (provider.text !== undefined || provider.reference !== undefined)
    return ask({ ...provider, reference: provider.reference ?? provider.text }, options);
  return ecs('ec2');
};
const ecsTask = byText(
  'requires_compatibilities',
  'RequiresCompatibilities',
  [
    [/FARGATE/iu, ecs('fargate')],
    [/EXTERNAL/iu, ecs('external')],
    [/MANAGED_INSTANCES/iu, ecs('managed-instances')],
  ],
  undefined,
);

const eks = (option: string): Choice => to('amazon-eks', option);
const eksCluster: Rule = (resource) => {
  const auto = said(resource, 'compute_config.enabled', 'ComputeConfig.Enabled');
  if (auto.reference !== undefined) return ask(auto, [eks('managed-node-groups'), eks('auto-mode')]);
  if (auto.text === 'true') return eks('auto-mode');
  if (has(resource, 'remote_network_config', 'RemoteNetworkConfig')) return eks('hybrid-nodes');
  return undefined;
};

const lambda = (option: string): Choice => to('aws-lambda', option);
const lambdaFunction: Rule = (resource) => {
  const kind = said(resource, 'package_type', 'PackageType');
  const runtime = said(resource, 'runtime', 'Runtime');
  const options = ['managed-runtime', 'container-image', 'os-only-runtime'].map(lambda);
  if (has(resource, 'capacity_provider_config', 'CapacityProviderConfig')) return lambda('managed-instances');
  if (kind.reference !== undefined) return ask(kind, options);
  if (kind.text === 'Image' || has(resource, 'image_uri', 'Code.ImageUri') || has(resource, '', 'ImageUri'))
    return lambda('container-image');
  if (runtime.reference !== undefined) return ask(runtime, [lambda('managed-runtime'), lambda('os-only-runtime')]);
  return lambda(runtime.text?.startsWith('provided') === true ? 'os-only-runtime' : 'managed-runtime');
};

const rds = byText(
  'engine',
  'Engine',
  [
    [/^aurora/iu, to('amazon-aurora')],
    [/^custom-oracle/iu, to('amazon-rds', 'rds-custom-oracle')],
    [/^custom-sqlserver/iu, to('amazon-rds', 'rds-custom-sql-server')],
    [/^docdb/iu, to('amazon-documentdb')],
    [/^neptune/iu, to('amazon-neptune')],
  ],
  to('amazon-rds'),
  // Those two are no engines of RDS; their instances have a type of their own.
  [to('amazon-rds'), to('amazon-aurora'), to('amazon-rds', 'rds-custom-oracle'), to('amazon-rds', 'rds-custom-sql-server')],
);
/** A cluster is Aurora's unless its engine is one that RDS runs in Multi-AZ clusters. */
const rdsCluster = byText('engine', 'Engine', [[/^(?:mysql|postgres)$/iu, to('amazon-rds')]], to('amazon-aurora'));

const cache = (option: string): Choice => to('amazon-elasticache', option);
const cacheEngine = byText(
  'engine',
  'Engine',
  [
    [/valkey/iu, cache('valkey')],
    [/memcached/iu, cache('memcached')],
    [/redis/iu, cache('redis-oss')],
  ],
  cache('redis-oss'),
);

const balancer = (option: string): Choice => to('elastic-load-balancing', option);
const loadBalancer = byText(
  'load_balancer_type',
  'Type',
  [
    [/network/iu, balancer('network-load-balancer')],
    [/gateway/iu, balancer('gateway-load-balancer')],
  ],
  balancer('application-load-balancer'),
);

const endpoint = byText(
  'vpc_endpoint_type',
  'VpcEndpointType',
  [[/^(?:interface|gatewayloadbalancer)$/iu, to('aws-privatelink', 'interface-endpoint')]],
  to('amazon-vpc'),
);

const fileSystem = byText(
  '',
  'FileSystemType',
  [
    [/windows/iu, to('amazon-fsx-for-windows-file-server')],
    [/lustre/iu, to('amazon-fsx-for-lustre')],
    [/ontap/iu, to('amazon-fsx-for-netapp-ontap')],
    [/openzfs/iu, to('amazon-fsx-for-openzfs')],
  ],
  undefined,
);
const lustre = byText(
  'deployment_type',
  '',
  [[/^SCRATCH/iu, to('amazon-fsx-for-lustre', 'scratch')]],
  to('amazon-fsx-for-lustre', 'persistent'),
);

const batch = (option: string): Choice => to('aws-batch', option);
const batchEnvironment: Rule = (resource) => {
  if (has(resource, 'eks_configuration', 'EksConfiguration')) return batch('eks');
  return byText('compute_resources.type', 'ComputeResources.Type', [[/^FARGATE/iu, batch('fargate')]], batch('ec2'))(resource);
};

const directory = byText(
  'type',
  '',
  [
    [/MicrosoftAD/iu, to('aws-directory-service', 'managed-microsoft-ad')],
    [/ADConnector/iu, to('aws-directory-service', 'ad-connector')],
  ],
  to('aws-directory-service', 'simple-ad'),
);

const codeBuild = byText(
  'environment.image',
  'Environment.Image',
  [[/^aws\/codebuild\//iu, to('aws-codebuild', 'managed-image')]],
  to('aws-codebuild', 'custom-image'),
);

const appRunner: Rule = (resource) =>
  has(resource, 'source_configuration.code_repository', 'SourceConfiguration.CodeRepository')
    ? to('aws-app-runner', 'source-code')
    : to('aws-app-runner', 'default');

const kmsKey = byText(
  'origin',
  'Origin',
  [
    [/^EXTERNAL$/iu, to('aws-kms', 'imported-key-material')],
    [/^EXTERNAL_KEY_STORE$/iu, to('aws-kms', 'external-key-store')],
  ],
  to('aws-kms', 'customer-managed-key'),
);

/** The rules by type, both languages. */
export const rules: ReadonlyMap<string, Rule> = new Map<string, Rule>(
  (
    [
      [['aws_ecs_service', 'AWS::ECS::Service'], ecsService],
      [['aws_ecs_task_definition', 'AWS::ECS::TaskDefinition'], ecsTask],
      [['aws_eks_node_group', 'AWS::EKS::Nodegroup'], always('amazon-eks', 'managed-node-groups')],
      [['aws_eks_fargate_profile', 'AWS::EKS::FargateProfile'], always('amazon-eks', 'fargate')],
      [['aws_eks_cluster', 'AWS::EKS::Cluster'], eksCluster],
      [['aws_lambda_function', 'AWS::Lambda::Function', 'AWS::Serverless::Function'], lambdaFunction],
      [
        ['aws_lambda_capacity_provider', 'AWS::Lambda::CapacityProvider', 'AWS::Serverless::CapacityProvider'],
        always('aws-lambda', 'managed-instances'),
      ],
      [['aws_db_instance', 'AWS::RDS::DBInstance'], rds],
      [['aws_rds_cluster', 'AWS::RDS::DBCluster'], rdsCluster],
      [['aws_docdb_cluster', 'AWS::DocDB::DBCluster'], always('amazon-documentdb', 'instance-based')],
      [['aws_docdbelastic_cluster', 'AWS::DocDBElastic::Cluster'], always('amazon-documentdb', 'elastic-clusters')],
      [['aws_neptunegraph_graph', 'AWS::NeptuneGraph::Graph'], always('amazon-neptune', 'neptune-analytics')],
      [['aws_neptune_cluster', 'AWS::Neptune::DBCluster'], always('amazon-neptune', 'database')],
      [['aws_elasticache_serverless_cache', 'AWS::ElastiCache::ServerlessCache'], always('amazon-elasticache', 'serverless')],
      [
        [
          'aws_elasticache_replication_group',
          'aws_elasticache_cluster',
          'AWS::ElastiCache::ReplicationGroup',
          'AWS::ElastiCache::CacheCluster',
        ],
        cacheEngine,
      ],
      [
        ['aws_opensearch_domain', 'aws_elasticsearch_domain', 'AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
        always('amazon-opensearch-service', 'domain'),
      ],
      [['aws_opensearchserverless_collection', 'AWS::OpenSearchServerless::Collection'], always('amazon-opensearch-service', 'serverless')],
      [['aws_redshift_cluster', 'AWS::Redshift::Cluster'], always('amazon-redshift', 'provisioned')],
      [
        [
          'aws_redshiftserverless_workgroup',
          'aws_redshiftserverless_namespace',
          'AWS::RedshiftServerless::Workgroup',
          'AWS::RedshiftServerless::Namespace',
        ],
        always('amazon-redshift', 'serverless'),
      ],
      [['aws_emr_cluster', 'AWS::EMR::Cluster'], always('amazon-emr', 'ec2')],
      [['aws_emrcontainers_virtual_cluster', 'AWS::EMRContainers::VirtualCluster'], always('amazon-emr', 'eks')],
      [['aws_emrserverless_application', 'AWS::EMRServerless::Application'], always('amazon-emr', 'serverless')],
      [['aws_s3_directory_bucket', 'AWS::S3Express::DirectoryBucket'], always('amazon-s3', 'express-one-zone')],
      [['aws_s3tables_table_bucket', 'AWS::S3Tables::TableBucket'], always('amazon-s3', 'table-buckets')],
      [['aws_s3vectors_vector_bucket', 'AWS::S3Vectors::VectorBucket'], always('amazon-s3', 'vector-buckets')],
      [['aws_dax_cluster', 'AWS::DAX::Cluster'], always('amazon-dynamodb', 'dax')],
      [['aws_cognito_user_pool', 'AWS::Cognito::UserPool'], always('amazon-cognito', 'user-pools')],
      [['aws_cognito_identity_pool', 'AWS::Cognito::IdentityPool'], always('amazon-cognito', 'identity-pools')],
      [['aws_lb', 'aws_alb', 'AWS::ElasticLoadBalancingV2::LoadBalancer'], loadBalancer],
      [['aws_elb', 'AWS::ElasticLoadBalancing::LoadBalancer'], always('elastic-load-balancing', 'classic')],
      [['aws_vpc_endpoint', 'AWS::EC2::VPCEndpoint'], endpoint],
      [['aws_vpc_endpoint_service', 'AWS::EC2::VPCEndpointService'], always('aws-privatelink', 'endpoint-service')],
      [['AWS::FSx::FileSystem'], fileSystem],
      [['aws_fsx_lustre_file_system'], lustre],
      [['aws_batch_compute_environment', 'AWS::Batch::ComputeEnvironment'], batchEnvironment],
      [['aws_directory_service_directory'], directory],
      [['AWS::DirectoryService::SimpleAD'], always('aws-directory-service', 'simple-ad')],
      [['AWS::DirectoryService::MicrosoftAD'], always('aws-directory-service', 'managed-microsoft-ad')],
      [['aws_kms_key', 'AWS::KMS::Key'], kmsKey],
      [['aws_kms_external_key'], always('aws-kms', 'imported-key-material')],
      [['AWS::EventsV2::EventBus', 'AWS::EventsV2::Subscriber'], always('amazon-eventbridge', 'custom-event-bus')],
      [['aws_shield_protection', 'AWS::Shield::Protection'], always('aws-shield', 'advanced')],
      [['aws_codebuild_project', 'AWS::CodeBuild::Project'], codeBuild],
      [['aws_apprunner_service', 'AWS::AppRunner::Service'], appRunner],
      [['aws_globalaccelerator_accelerator', 'AWS::GlobalAccelerator::Accelerator'], always('aws-global-accelerator', 'standard')],
      [['aws_globalaccelerator_custom_routing_accelerator'], always('aws-global-accelerator', 'custom-routing')],
      [
        ['aws_backup_logically_air_gapped_vault', 'AWS::Backup::LogicallyAirGappedBackupVault'],
        always('aws-backup', 'logically-air-gapped-vault'),
      ],
    ] satisfies [string[], Rule][]
  ).flatMap(([types, rule]) => types.map((type): [string, Rule] => [type, rule])),
);

/** The types that rules are about. */
export const ruledTypes: readonly string[] = [...rules.keys()];
