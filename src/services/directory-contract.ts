import type { Service } from './schema.js';
import type { Problem } from '../schema/parse.js';

// What a directory of services can be asked, and what it answers. The element asks; what answers it runs in a worker, or
// in the page where there can be none. Everything here goes through `postMessage`: plain data.

/** Where the services come from. */
export type Source =
  /** The address of a snapshot, or of plain HSDS JSON with up to 2,000 services. */
  | { readonly kind: 'src'; readonly url: string }
  /** Services, or HSDS objects, that the page has at hand. */
  | { readonly kind: 'services'; readonly services: unknown }
  /** A live HSDS API: what is searched for goes to its server. */
  | { readonly kind: 'api'; readonly url: string };

/** A part of a large snapshot, by place. */
export interface Area {
  readonly id: string;
  /** What the place is called, such as `Chicago, IL`. Empty: services that are tied to no place. */
  readonly name: string;
  /** How many services it has. */
  readonly count: number;
  /** How large its files are, in characters before compression. */
  readonly bytes: number;
}

/** What is known of a directory once it can be searched. */
export interface Opened {
  /** How many services are loaded. With a live API: 0. */
  readonly count: number;
  /** The day on which the snapshot was made, as YYYY-MM-DD. Empty: not known. */
  readonly made: string;
  /** Parts that can be loaded, by name. Empty: the directory is whole. */
  readonly areas: readonly Area[];
  /** Ids of the areas that are loaded. */
  readonly loaded: readonly string[];
  /** What could not be used, each with its path. */
  readonly problems: readonly Problem[];
  /** What can be chosen at all, over all that is loaded. A filter that the data does not support is not there. */
  readonly choices: Choices;
}

/** The ways in which a service can be had. `text` is a text message. */
export const reaches = ['chat', 'text', 'call', 'remote', 'in-person'] as const;
export type Reach = (typeof reaches)[number];

/** What results are narrowed to. Empty in every part: nothing is. */
export interface Filters {
  /** Names of taxonomy terms. A service has at least one of them. */
  readonly terms: readonly string[];
  /** In years. Services for other ages are left out; those that name no age stay. */
  readonly age: number | undefined;
  /** BCP 47 tags. A service speaks at least one of them, in whatever region and script. */
  readonly languages: readonly string[];
  /** It costs nothing. */
  readonly free: boolean;
  /** It is open now, and that is known for sure. */
  readonly openNow: boolean;
  /** A service can be had in at least one of these ways. */
  readonly reach: readonly Reach[];
}

/** What a tag is chosen by: its language, without region and script. What is no tag stays as it is. */
export const languageOf = (tag: string): string =>
  /^([a-z]{2,3})(?:[-_][a-z\d]{1,8})*$/i.exec(tag)?.[1]?.toLowerCase() ?? tag;

/** Nothing is narrowed. */
export const noFilters: Filters = {
  terms: [],
  age: undefined,
  languages: [],
  free: false,
  openNow: false,
  reach: [],
};

/** A place, in degrees. Computed with, and kept nowhere. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** What is asked. */
export interface Query {
  /** What a person typed. Empty: everything. */
  readonly text: string;
  readonly filters: Filters;
  /** `distance` needs `near`. With `best` and no text: by name. */
  readonly sort: 'best' | 'name' | 'distance';
  readonly near: Point | undefined;
  /** The time to reckon opening hours with, in milliseconds since 1970. */
  readonly now: number;
  /** The first result that is wanted, counted from 0, and how many from there. */
  readonly first: number;
  readonly size: number;
}

/** One result. */
export interface Found {
  readonly service: Service;
  /** In kilometers, to the nearest place of the service. `undefined`: nobody asked, or no place is known. */
  readonly distance: number | undefined;
}

/** A value that a filter can have, and how many results it would leave. */
export interface Choice {
  readonly value: string;
  readonly count: number;
}

/** What can be chosen. A list or number that is empty or 0: nothing in the results has it. */
export interface Choices {
  /** The most frequent first, at most 200. */
  readonly terms: readonly Choice[];
  readonly languages: readonly Choice[];
  readonly reach: readonly Choice[];
  /** How many name an age. */
  readonly ages: number;
  readonly free: number;
  /** How many have hours that can be reckoned with. */
  readonly hours: number;
  readonly openNow: number;
  /** How many have a place whose distance can be told. */
  readonly places: number;
}

/** Takes something out of a query, and says how many results there would be. */
export interface Widening {
  /** What is taken out. */
  readonly without: 'text' | keyof Filters;
  readonly count: number;
}

/** What is answered. */
export interface Results {
  readonly total: number;
  readonly found: readonly Found[];
  /** What can be chosen from here: each filter's own choice is left aside when its values are counted. */
  readonly choices: Choices;
  /** Where there are no results: the ways to have some, those with the most first. Otherwise empty. */
  readonly widen: readonly Widening[];
}

/** A directory that can be asked. One question at a time is answered; an older one that is overtaken rejects with `AbortError`. */
export interface Directory {
  readonly opened: Opened;
  search(query: Query, signal?: AbortSignal): Promise<Results>;
  /** Loads an area more. What is loaded already stays. */
  load(area: string): Promise<Opened>;
  /** Ends the worker and lets everything go. What is still loading is rejected. */
  close(): void;
}

/** Why a directory could not be opened. */
export type DirectoryReason =
  | Problem['reason']
  /** A snapshot that a newer version of this library has written. */
  | 'version'
  /** Neither a worker nor the code for a page without one could be started, or it broke off. */
  | 'unavailable';

/** A directory could not be opened, or an area not loaded. */
export class DirectoryError extends Error {
  override readonly name = 'DirectoryError';

  constructor(
    readonly reason: DirectoryReason,
    /** What failed: the address, or a JSON path. */
    readonly path: string,
    /** What was expected or came instead, for a developer to read. Empty when the reason says it all. */
    readonly detail = '',
  ) {
    super([`${reason}: ${path}`, detail].filter(Boolean).join(' '));
  }
}
