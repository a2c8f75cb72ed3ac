import type { Tags } from '../dist/tags.js';

type Pascal<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Pascal<Rest>}`
  : Capitalize<Name>;

/** The instance of a tag's class. */
export type ElementOf<Tag extends keyof Tags> = Tags[Tag]['element'];

/** What a template may set on an element: its properties, or its attributes under their own names. */
export type Props<Tag extends keyof Tags> = Tags[Tag]['properties'] & Tags[Tag]['attributes'];

/** Listeners under the event's own name: `onstage-change`. */
export type Listeners<Tag extends keyof Tags> = {
  [Name in keyof Tags[Tag]['events'] as `on${Name & string}`]?:
    ((event: Tags[Tag]['events'][Name]) => void) | undefined;
};

/** Listeners in camelCase: `onStageChange`. */
export type CamelListeners<Tag extends keyof Tags> = {
  [Name in keyof Tags[Tag]['events'] as `on${Pascal<Name & string>}`]?:
    ((event: Tags[Tag]['events'][Name]) => void) | undefined;
};

/** `Own`, and of a framework's `General` what `Own` does not say otherwise: `content` and `resource` are attributes of RDFa there. */
export type Over<General, Own> = Omit<General, keyof Own> & Own;

export type { Tags };
