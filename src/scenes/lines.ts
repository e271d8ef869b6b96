// How texts break into lines where there is no document to measure them.

/** Breaks a text at spaces into lines of at most so many em; a longer word has a line of its own. */
export function linesWithin(text: string, most: number, perCharacter: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && (last.length + 1 + word.length) * perCharacter <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
