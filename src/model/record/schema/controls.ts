// The shape of content/controls/: what AWS Security Hub CSPM checks that can show whether a duty is done. One file a page of AWS.
import { severityIds } from '../../severity.ts';
import { z } from 'zod';
import { layerIds } from '../../vocabulary.ts';
import { id, pastDay, phrase, source, text } from './field.ts';

/** As AWS writes it: `RDS.3`, `BedrockAgentCore.1`. */
export const controlId = z.string().regex(/^[A-Z][A-Za-z0-9]*\.[1-9][0-9]*$/u, 'not the id of a control: write it as AWS does, RDS.3');

/** The part of an address that names a rule: `rds-storage-encrypted`. */
const ruleName = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'not the name of a rule: write it as AWS does, rds-storage-encrypted');

export const controlDutySchema = z.strictObject({
  service: id,
  layer: z.enum(layerIds),
  /** Ways to run the service that the control is about; left out where it is about every one in which you have a half. */
  options: z.array(id).min(1, 'no option: name one, or leave the field out').optional(),
});

export const controlSchema = z
  .strictObject({
    id: controlId,
    /** What it can show, in your own words. It follows "RDS.3 can show whether". */
    shows: phrase('what the control shows', 70),
    severity: z.enum(severityIds),
    /** The AWS Config rule behind it; left out where AWS names none. */
    rule: ruleName.optional(),
    /** Whether the rule belongs to Security Hub alone, so that nobody can set it up in AWS Config. */
    own: z.literal(true, 'not true: leave the field out where AWS Config offers the rule').optional(),
    /** The identifier of the rule, where it is not the name in capitals with "_" for "-". */
    identifier: z
      .string()
      .regex(/^[A-Z][A-Z0-9_]*$/u, 'not an identifier: capitals, digits and "_"')
      .optional(),
    /** The resource types that it looks at, as CloudFormation writes them. */
    types: z.array(z.string().regex(/^AWS::[A-Za-z0-9]*::[A-Za-z0-9]+$/u, 'not a resource type: AWS::RDS::DBInstance')).min(1),
    /**
     * What Security Hub gives the rule, by the names that AWS Config uses. Also where its page lists none, yet the control checks less
     * than the rule's defaults: EC2.14 has restricted-common-ports look at port 3389 alone.
     */
    parameters: z
      .record(z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/u, 'not the name of a parameter'), text('the value as text, in quotes', 600))
      .optional(),
    duties: z.array(controlDutySchema).min(1, 'no duty: name the cells that it can show, or move it to content/control-gaps.yaml'),
  })
  .superRefine(({ rule, own, identifier }, context) => {
    if (rule !== undefined || (own === undefined && identifier === undefined)) return;
    const message = 'name the rule that "own" or "identifier" speak of';
    context.addIssue({ code: 'custom', message, path: ['rule'], params: { found: 'nothing' } });
  });

/** One file of content/controls/. */
export const controlFileSchema = z.strictObject({
  /** AWS's page about these controls, which says all of it. */
  source: source.regex(
    /^https:\/\/docs\.aws\.amazon\.com\/securityhub\/latest\/userguide\/[a-z0-9]+-controls\.html$/u,
    "not one of AWS's pages about controls: https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html",
  ),
  /** The day on which the page was read. */
  read: pastDay,
  controls: z.array(controlSchema).min(1, 'no control: write one, or remove the file'),
});
export type ControlFile = z.infer<typeof controlFileSchema>;

/** One entry of content/control-gaps.yaml: controls of AWS that show no duty, with the reason. */
export const controlGapSchema = z.strictObject({
  because: text('why these show no duty', 160),
  controls: z.array(controlId).min(1, 'no control: name one, or remove the entry'),
});
export type ControlGap = z.infer<typeof controlGapSchema>;
