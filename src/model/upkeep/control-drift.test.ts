import { describe, expect, it } from 'vitest';
import { findControlDrift, readControlList } from './control-drift.ts';

describe('a list of the controls that AWS has', () => {
  const found = (listed: readonly string[]) =>
    findControlDrift([{ id: 'RDS.3' }, { id: 'BedrockAgentCore.2' }], [{ because: 'Tags.', controls: ['RDS.28'] }], listed).map(
      ({ file, field }) => [file, field],
    );

  it('names what AWS added, and what it retired', () => {
    expect(found(['RDS.3', 'RDS.28', 'RDS.99', 'RDS.99'])).toEqual([
      ['content/control-gaps.yaml', 'RDS.99'],
      ['content/controls/bedrockagentcore.yaml', 'BedrockAgentCore.2'],
    ]);
  });

  it('says nothing where both agree', () => {
    expect(found(['RDS.28', 'BedrockAgentCore.2', 'RDS.3'])).toEqual([]);
  });
});

describe('reading a list', () => {
  it.each([
    [
      'what the CLI prints',
      '{"SecurityControlDefinitions": [{"SecurityControlId": "RDS.3", "Title": "A"}, {"SecurityControlId": "ACM.1"}]}',
    ],
    ['an object a line', '{"Id":"RDS.3","Title":"SSL v1.0"}\n{"Id":"ACM.1"}\n'],
    ['an id a line', '# of November\nRDS.3\n\nACM.1\n'],
  ])('understands %s', (_, text) => {
    expect(readControlList(text)).toEqual(['RDS.3', 'ACM.1']);
  });

  it('says which line it does not understand', () => {
    expect(() => readControlList('RDS.3\nrds three\n')).toThrow('line 2 names no control');
  });
});
