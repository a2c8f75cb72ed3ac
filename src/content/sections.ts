import type { ObjectSchema } from '../schema/parse.js';
import goalsEnglish from './en/goals.json';
import optionsEnglish from './en/options.json';
import practiceEnglish from './en/practice.json';
import primerEnglish from './en/primer.json';
import principlesEnglish from './en/principles.json';
import resourcesEnglish from './en/resources.json';
import safetyPlanEnglish from './en/safety-plan.json';
import sourcesEnglish from './en/sources.json';
import stagesEnglish from './en/stages.json';
import { goals, options, practice, primer, principles, resources, safetyPlan, sources, stages } from './schema.js';

/** A word or sentence; or one for each plural category of `Intl.PluralRules` that the language has. */
export type Word = string | { readonly other: string; readonly [category: string]: string };

/** A section of the content and the interface words of the element that shows it, in one language. */
export interface LanguageFile {
  /** The section, to be parsed. What translators left out was filled up with English when it was built. */
  readonly content: unknown;
  readonly words: Readonly<Record<string, Word>>;
  /** Keys of words that a person's safety can hang on. While a translation is a draft, the English stands beside them. */
  readonly critical?: readonly string[];
  /** `reviewed`, or a draft; a changed English text makes a reviewed one a draft again when it is built. Absent in English. */
  readonly translation?: { readonly status: string };
}

/** All that an element has to say, in every language: English is built in, the others are loaded when a page needs them. */
export interface Section<S extends ObjectSchema = ObjectSchema, K extends string = string> {
  readonly schema: S;
  readonly english: LanguageFile & { readonly words: Readonly<Record<K, unknown>> };
  /** By primary language tag. Written out one by one, so that every bundler sees which files there are. */
  readonly others: Readonly<Record<string, () => Promise<{ readonly default: LanguageFile }>>>;
}

/** `stage-guide` */
export const stagesSection = {
  schema: stages,
  english: stagesEnglish,
  others: { es: () => import('./es/stages.json') },
};

/** `safety-checklist` */
export const safetyPlanSection = {
  schema: safetyPlan,
  english: safetyPlanEnglish,
  others: { es: () => import('./es/safety-plan.json') },
};

/** `resource-card` */
export const resourcesSection = {
  schema: resources,
  english: resourcesEnglish,
  others: { es: () => import('./es/resources.json') },
};

/** `source-note` */
export const sourcesSection = {
  schema: sources,
  english: sourcesEnglish,
  others: { es: () => import('./es/sources.json') },
};

/** `csec-primer` */
export const primerSection = {
  schema: primer,
  english: primerEnglish,
  others: { es: () => import('./es/primer.json') },
};

/** `practice-principles` */
export const principlesSection = {
  schema: principles,
  english: principlesEnglish,
  others: { es: () => import('./es/principles.json') },
};

/** `options-explorer` */
export const optionsSection = {
  schema: options,
  english: optionsEnglish,
  others: { es: () => import('./es/options.json') },
};

/** `goal-planner` */
export const goalsSection = {
  schema: goals,
  english: goalsEnglish,
  others: { es: () => import('./es/goals.json') },
};

/** `practice-check` */
export const practiceSection = {
  schema: practice,
  english: practiceEnglish,
  others: { es: () => import('./es/practice.json') },
};
