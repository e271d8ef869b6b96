// The style sheet that a picture takes along: colours of one theme, the font within.
import font from '../../public/fonts/source-sans-3.woff2?inline';
import picture from '../styles/picture.css?raw';
import tokens from '../styles/tokens.css?raw';

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/**
 * @returns rules without custom properties, nested rules or addresses, as viewers outside of browsers need them
 * @throws Error if picture.css asks for a colour that tokens.css does not have
 */
export function pictureSheet(theme: Theme): string {
  const rules = picture
    .replaceAll(/\/\*[\s\S]*?\*\//gu, '')
    .replaceAll(/var\((--[\w-]+)\)/gu, (_, name: string) => colourOf(name, theme))
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return `${fontRule} ${rules}`;
}

/** The font, within the rule that names it. */
export const fontRule = `@font-face { font-family: 'Source Sans 3'; src: url('${font}') format('woff2'); font-weight: 400 700; }`;

/**
 * The value of a colour of tokens.css in one theme.
 * @throws Error if it is not there
 */
export function colourOf(name: string, theme: Theme): string {
  const found = new RegExp(`${name}: light-dark\\((#[0-9a-f]+), (#[0-9a-f]+)\\)`, 'u').exec(tokens);
  const value = found?.[theme === 'light' ? 1 : 2];
  if (value === undefined) throw new Error(`pictures: tokens.css has no ${name} of the form light-dark(#…, #…)`);
  return value;
}
