// What floor.test.ts must find: Chrome 109 does not know toReversed.
export const backwards = (letters: readonly string[]): string[] => letters.toReversed();
