// The annotated record that a new service starts from. What is left empty is what the checks ask for.
import { layerIds, ownLayerIds } from '../vocabulary.ts';

/**
 * A record as YAML, with a comment on each field and every value that only its author can know left empty.
 * @param id slug of the full name
 * @param prefixes service prefixes AWS lists under that name
 * @param day today, as YYYY-MM-DD
 */
export function draftRecord(id: string, prefixes: readonly string[], day: string): string {
  const name = id
    .split('-')
    .map((word) => (word === 'aws' ? 'AWS' : `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`))
    .join(' ');
  const others = layerIds.filter((layer) => !ownLayerIds.includes(layer));
  return `# ${name}. What is empty is yours to write; "npm run check:content -- ${id}" says what is missing.
# Remove these comments when you are done.

name: ${name} # AWS's current full name, at most 80 characters
short: ${name} # what people write: "Amazon RDS"
area: "" # an id of content/areas.yaml
aliases: [] # abbreviations and words people look it up by; each leads to one service only
formerly: [] # names AWS used before
prefixes: [${prefixes.join(', ')}] # the part before the colon of its actions in IAM policies
status: active # active, closed-to-new-customers or announced-end-of-support; for a retired service see CONTRIBUTING.md
summary: "" # one or two sentences: what it is, and where its line runs
reviewed: ${day} # the day you checked the cells against their sources
docs: "" # its documentation front page, https://docs.aws.amazon.com/…
related: [] # up to six ids of services a reader looks at next

# A cell is one layer. Ask: what happens if the customer does nothing?
#   done anyway, no choice changes it            party: aws       with "aws"
#   done anyway, but a choice changes it,
#   or AWS does it once asked                    party: shared    with "you" and "aws", 38 characters each
#   not done                                     party: customer  with "you", 70 characters
#   the layer does not exist here                party: none      with "reason", 70 characters
# "you" is an imperative, "aws" a noun phrase or present tense; neither ends with a full stop.
# "detail" is one to three sentences: what each half means here, what happens if you do nothing, the trap.
# "source" is the AWS page that says it, read before it is cited.
# "with" names a third party that does the provider's half together with AWS.
cells:
${ownLayerIds.map((layer) => emptyCell(layer)).join('')}  # Also where it departs from its category (content/categories.yaml): ${others.join(', ')}.

# Ways to run it that move a duty, the default first; never for a mere setting.
options:
  - id: default # stands in addresses
    name: ${name} # as readers say it
    category: "" # infrastructure (you control the guest operating system), managed (AWS runs it, you configure it) or abstracted (you call an endpoint)
    # summary: one sentence, what runs where; needed where there are several options
    # cells: only what differs from the cells above
`;
}

const emptyCell = (layer: string): string => `  ${layer}:
    party: shared
    you: ""
    aws: ""
    detail: ""
    source: ""
`;
