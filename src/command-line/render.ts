import type { Problem } from '../schema/parse.js';

/** Written in by the build: see `rollup.config.js`. */
declare const PACKAGE_VERSION: string;

export interface RenderOptions {
  /** The language where the page says none, as a BCP 47 tag. It is then written on the elements. Empty: English, and nothing is written. */
  readonly lang?: string;
  /** The folder of the page. Packs are read there, which elements name by a relative `src`. Absent: none is read. */
  readonly base?: string;
  /** Reads a pack by its `src`, in place of files of `base`. An error that it throws is told, and that element stays unrendered. */
  readonly read?: (src: string) => Promise<string> | string;
}

/** What could not be used as it is, and where. */
export interface RenderProblem extends Problem {
  readonly tag: string;
  /** The line of the element's start tag, from 1. */
  readonly line: number;
}

export interface Rendered {
  readonly html: string;
  /** What the styles are allowed by in a content security policy, without quotes: `sha256-…`. In order, each once. */
  readonly hashes: readonly string[];
  readonly problems: readonly RenderProblem[];
}

/** What Node says where there is no such package, rather than where something that the package imports is missing. */
const isMissing = (error: unknown) =>
  error instanceof Error && /cannot find (package|module) 'alongside-elements-cli/i.test(error.message);

const load = () =>
  import('alongside-elements-cli/render').catch((error: unknown) => {
    if (!isMissing(error)) throw error;
    throw new Error(
      'alongside-elements/render needs the package alongside-elements-cli, which is not installed. ' +
        `Install the same version of it: npm install --save-dev alongside-elements-cli@${PACKAGE_VERSION}`,
      { cause: error },
    );
  });

/**
 * Writes into a page, or a piece of one, what our elements show, as declarative shadow DOM: it is there to read without JavaScript, and before
 * the script has come. All else in the page stays as it is, byte for byte; what an earlier run wrote is replaced.
 *
 * The package `alongside-elements-cli` does it, and has to be installed as well.
 *
 * @throws {TypeError} the page is no string.
 * @throws {Error} `alongside-elements-cli` is not installed; the message says what to install.
 */
export async function render(html: string, options?: RenderOptions): Promise<Rendered> {
  const { render } = await load();
  return render(html, options);
}
