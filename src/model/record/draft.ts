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
purposes: [] # three to ten phrases of what people want when they do not know its name
docs: "" # its documentation front page, https://docs.aws.amazon.com/…
related: [] # up to six ids of services a reader looks at next

# A cell is one layer. Ask: what holds if the customer does nothing?
#   in place from the start                       default: done        party aws, or shared where a choice changes it
#   a part is in place, the rest waits            default: partly      party shared
#   AWS does it once switched on                  default: when-asked  party shared
#   it answers or admits more than you would want default: open        party customer
#   only the customer can                         default: yours       party customer
#   no page of AWS says                           default: unstated    party customer
#   the layer does not exist here                 party: none with "reason", no default
# "you" is an imperative, "aws" present tense or a noun phrase; 60 characters each where shared, 90 alone; no full stop.
# "detail" is one to four sentences: the ordinary answer first, what holds if nothing is done, the trap.
# "source" is the AWS page that says it, read before it is cited; or a list of up to three.
# "with" names a third party that does the provider's half together with AWS.
cells:
${ownLayerIds.map((layer) => emptyCell(layer)).join('')}  # Also where it departs from its category (content/categories.yaml): ${others.join(', ')}.

# Ways to run it that move a duty, the default first; never for a mere setting.
options:
  - id: default # stands in addresses
    name: ${name} # as readers say it
    category: "" # infrastructure (you control the guest operating system), managed (AWS runs it, you configure it) or abstracted (you call an endpoint)
    # aliases: further names of this option alone that its name does not tell, as [GWLB]
    # summary: one sentence, what runs where; needed where there are several options
    # cells: only what differs from the cells above
`;
}

const emptyCell = (layer: string): string => `  ${layer}:
    party: shared
    default: ""
    you: ""
    aws: ""
    detail: ""
    source: ""
`;
