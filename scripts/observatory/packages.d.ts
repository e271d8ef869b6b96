// Types of the scorer, as far as they are used. They are needed because the package is often not installed.
interface ObservatoryResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly data: string;
  /** Whether its certificate was good. */
  readonly verified: boolean;
  readonly httpEquiv: Map<string, string[]>;
}

interface ObservatoryResult {
  readonly result: string;
}

declare module '@mdn/mdn-http-observatory/src/types.js' {
  export class Requests {
    constructor(hostname: string);
    session: { readonly url: URL } | null;
    readonly resources: { path: string | null };
    readonly responses: {
      auto: ObservatoryResponse | null;
      http: ObservatoryResponse | null;
      https: ObservatoryResponse | null;
      cors: ObservatoryResponse | null;
      httpRedirects: { url: URL; status: number }[];
    };
  }
}

declare module '@mdn/mdn-http-observatory/src/constants.js' {
  import type { Requests } from '@mdn/mdn-http-observatory/src/types.js';
  export const ALL_TESTS: readonly ((requests: Requests) => ObservatoryResult)[];
}

declare module '@mdn/mdn-http-observatory/src/grader/charts.js' {
  export const MINIMUM_SCORE_FOR_EXTRA_CREDIT: number;
}

declare module '@mdn/mdn-http-observatory/src/grader/grader.js' {
  export function getGradeForScore(score: number): { readonly score: number; readonly grade: string };
  export function getScoreModifier(result: string): number;
}

declare module '@mdn/mdn-http-observatory/src/retriever/utils.js' {
  export function parseHttpEquivHeaders(html: string, address: string): Map<string, string[]>;
}
