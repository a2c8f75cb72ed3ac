/** What a test showed the library to work with, or not. See works-with.js. */
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

/** The title of a test, and a row of docs/works-with.md. */
export function worksWith(row: Row): string;
