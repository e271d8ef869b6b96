// Types of the packages in this folder's package.json, as far as they are used. They are needed because these packages are often not installed.
declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string, options?: { readonly pretendToBeVisual?: boolean });
    readonly window: Window & typeof globalThis;
  }
}

declare module 'fontkit' {
  export interface Font {
    /** Font units per em. All lengths below are in font units. */
    readonly unitsPerEm: number;
    readonly ascent: number;
    /** Negative: below the baseline. */
    readonly descent: number;
    layout(text: string): { readonly advanceWidth: number };
  }
  export function openSync(path: string): Font;
}

declare module 'mermaid' {
  const mermaid: {
    initialize(config: Readonly<Record<string, unknown>>): void;
    render(id: string, text: string): Promise<{ readonly svg: string }>;
  };
  export default mermaid;
}
