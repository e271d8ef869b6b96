// What a resource is: a service with the way to run it, a question to the reader, somebody else's, or unknown.
import type { Resource, Verdict } from './resource.ts';
import { choose } from './choose.ts';

/** Types that belong to a service which may not be run at all: shown, and not chosen. */
const weakTypes =
  /^(?:aws_key_pair|aws_launch_(?:template|configuration)|aws_(?:[a-z0-9]+_)*(?:subnet_group|parameter_group|option_group)|aws_lambda_permission|aws_elb_attachment|aws_(?:app|lb)_cookie_stickiness_policy|aws_lb_ssl_negotiation_policy|aws_load_balancer_(?:[a-z]+_)*policy|aws_proxy_protocol_policy|AWS::EC2::(?:KeyPair|LaunchTemplate)|AWS::AutoScaling::LaunchConfiguration|AWS::[A-Za-z0-9]+::(?:DB)?(?:Cache)?(?:Cluster)?(?:SubnetGroup|ParameterGroup|OptionGroup)|AWS::Lambda::Permission)$/u;

/**
 * Says what a resource is.
 * @param serviceOf the service that the resource's type belongs to; undefined where none is known
 */
export function judge(resource: Resource, serviceOf: (resource: Resource) => string | undefined): Verdict {
  const service = serviceOf(resource);
  if (resource.role === 'scaffold') return { kind: 'scaffold' };
  if (resource.role === 'read') return { kind: 'read', service };
  const provider = otherProvider(resource);
  if (provider !== undefined) return { kind: 'other', provider };
  const told = resource.brief ? undefined : choose(resource);
  if (told && 'options' in told) return { kind: 'ask', service: told.options[0]?.service ?? service ?? '', ...told };
  if (told) return { kind: 'service', ...told };
  if (service === undefined) return { kind: 'unknown' };
  if (weakTypes.test(resource.type)) return { kind: 'weak', service };
  return { kind: 'service', service, option: undefined };
}

/** Types of AWS begin with "aws_" or "AWS::"; "awscc_" is AWS's second provider, whose types follow CloudFormation's. */
function otherProvider({ language, type }: Resource): string | undefined {
  if (language === 'terraform') return /^awsc{0,2}_/u.test(type) ? undefined : (/^[a-z0-9-]+/iu.exec(type)?.[0] ?? type);
  const [first, ...more] = type.split('::');
  // Without a second part it is no type at all, as in a file that was cut off within one.
  return more.length === 0 || /^(?:AWS|Custom|Alexa)$/u.test(first ?? '') ? undefined : first;
}
