import type { Problem } from './schema/parse.js';

// Every event that the library fires. They bubble, are not composed, and carry ids: never a text that a person typed.

/** A person opened a stage, or closed the open one. */
export class StageChangeEvent extends Event {
  /** The `id` of the open stage. Empty: none is open. */
  readonly stage: string;

  constructor(init: { readonly stage: string }) {
    super('stage-change', { bubbles: true });
    this.stage = init.stage;
  }
}

/** Content or an attribute that the page gave could not be used as it is. The element shows what it can. */
export class ContentErrorEvent extends Event {
  /** What is wrong, in reading order. Never empty. */
  readonly problems: readonly Problem[];

  constructor(init: { readonly problems: readonly Problem[] }) {
    super('content-error', { bubbles: true });
    this.problems = init.problems;
  }
}

declare global {
  interface HTMLElementEventMap {
    'stage-change': StageChangeEvent;
    'content-error': ContentErrorEvent;
  }
  // Where they bubble to.
  interface DocumentEventMap {
    'stage-change': StageChangeEvent;
    'content-error': ContentErrorEvent;
  }
}
