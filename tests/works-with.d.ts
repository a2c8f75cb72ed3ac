/** One thing that the library was tried with. See `works-with.js`. */
export interface Row {
  readonly kind:
    | 'translator'
    | 'cache plugin'
    | 'minifier'
    | 'consent tool'
    | 'page library'
    | 'extension'
    | 'browser'
    | 'assistive technology'
    | 'host';
  readonly name: string;
  readonly condition: string;
  readonly result: string;
  readonly limit?: string;
  readonly engines: string;
}

/** The title of a test. */
export const worksWith: (row: Row) => string;
