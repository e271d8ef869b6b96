// Reaches the Markdown compiler's plugins on HTML, which Starlight sets up. https://satteri.bruits.org/docs/

/** An element as the compiler hands it to plugins; texts have no tag. */
export interface MarkdownElement {
  readonly tagName?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly children?: readonly MarkdownElement[];
}

export interface MarkdownContext {
  setProperty(node: MarkdownElement, name: string, value: string): void;
  /** The text of all that is within. */
  textContent(node: MarkdownElement): string;
}

/** Returns the list of plugins that the Markdown compiler reads, which Starlight fills the same way. */
export function markdownPlugins(markdown: object): unknown[] {
  const options = fieldOf(fieldOf(markdown, 'processor'), 'options');
  const plugins = fieldOf(options, 'hastPlugins');
  if (!Array.isArray(plugins)) throw new Error('Astro compiles Markdown with something else now: see src/build/markdown-plugins.ts');
  return plugins;
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;
