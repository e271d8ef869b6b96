// Which modules the browser gets in one file, where the bundler by itself would make several of a few hundred bytes each: every
// request carries half a kilobyte of headers, and the search needs ten before it can name a service.

interface ChunkGroup {
  readonly name: string;
  /** Tells the modules; what these import comes along, unless a group of higher priority takes it. */
  readonly test: RegExp;
  readonly priority?: number;
}

export const chunks: readonly ChunkGroup[] = [
  // The comparison wants this without the names.
  { name: 'words', test: /src\/model\/normalize\.ts$/u, priority: 2 },
  // What finds a service by its name.
  {
    name: 'names',
    test: /minisearch|src\/(?:interaction\/search\/services|scenes\/result|model\/search\/question|model\/record\/option-named)\.ts$/u,
  },
  { name: 'load', test: /src\/interaction\/(?:fetch-json|address-bar)\.ts$/u },
  { name: 'parts', test: /src\/(?:drawings\/(?:text|key|glyph)|model\/wording)\.ts$/u },
];
