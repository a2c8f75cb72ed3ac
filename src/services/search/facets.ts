import type { Schedule } from '../schema.js';
import { entriesInRow, valueInRow, type Column, type ListColumn, type TextColumn } from './columns.js';
import {
  languageOf,
  reaches,
  type Choice,
  type Choices,
  type Filters,
  type Point,
  type Reach,
} from '../directory-contract.js';
import { openState, type OpenState } from '../hours/open-state.js';
import { isChat } from '../../schema/links.js';
import { eachEntry } from './matching.js';
import type { Chunk } from './snapshot-read.js';

// What services are narrowed by: for each service a few numbers, and for each set of terms, languages or hours one number,
// however many services have it.

const mostChoices = 200;
const noAge = 0x7fff;
const earth = 6371;
const radians = Math.PI / 180;

/** The filters, in the order of their bits. */
export const filterNames = ['terms', 'age', 'languages', 'free', 'openNow', 'reach'] as const;
const bitOf = (name: (typeof filterNames)[number]): number => 1 << filterNames.indexOf(name);

/** Sets of words, each with a number. */
class Sets {
  readonly words: string[] = [];
  readonly sets: number[][] = [];
  #words = new Map<string, number>();
  #sets = new Map<string, number>();

  add(words: readonly string[]): number {
    const set = [...new Set(words)].map((word) => {
      const known = this.#words.get(word);
      if (known !== undefined) return known;
      this.#words.set(word, this.words.length);
      return this.words.push(word) - 1;
    });
    const key = set.join();
    const known = this.#sets.get(key);
    if (known !== undefined) return known;
    this.#sets.set(key, this.sets.length);
    return this.sets.push(set) - 1;
  }

  /** For each set, whether it has one of the words. */
  having(words: readonly string[]): Uint8Array {
    const wanted = new Set(words.map((word) => this.#words.get(word)));
    return Uint8Array.from(this.sets, (set) => Number(set.some((word) => wanted.has(word))));
  }

  /** How often each word stands in sets that come up so often. */
  choices(counts: Uint32Array): Choice[] {
    const ofWords = new Uint32Array(this.words.length);
    for (const [set, words] of this.sets.entries()) {
      const count = counts[set]!;
      if (count) for (const word of words) ofWords[word]! += count;
    }
    const choices = this.words.flatMap((value, word) => (ofWords[word] ? { value, count: ofWords[word] } : []));
    choices.sort((one, two) => two.count - one.count || (one.value < two.value ? -1 : 1));
    return choices.slice(0, mostChoices);
  }
}

interface Hours {
  readonly service: { readonly schedules: Schedule[]; readonly locations: { readonly schedules: Schedule[] }[] };
  state: OpenState | undefined;
  from: number;
}

/** One filter left aside, what could be chosen in it; counted while results are gone through. */
export interface Tally {
  /** Counts a service whose filters that it fails are those. */
  take(doc: number, fails: number): void;
  readonly choices: () => Choices;
}

const texts = (column: Column | undefined, position: number): string[] =>
  column?.kind === 'list' ? (entriesInRow(column, position) as string[]) : [];
const part = (column: Column | undefined, key: string): Column | undefined =>
  column?.kind === 'object' ? column.of.get(key) : undefined;
const numberInRow = (column: Column | undefined, row: number): number | undefined =>
  column?.kind === 'number' ? (column.values[row] ?? undefined) : undefined;
const isTrue = (column: Column | undefined, row: number): boolean =>
  column?.kind === 'flag' && column.values[row] === 1;

/** What all services can be narrowed by. */
export class Facets {
  #terms = new Sets();
  #languages = new Sets();
  #hours: Hours[] = [];
  #hoursKeys = new Map<string, number>();
  #scheduleKeys = new Map<string, number>();
  /** The different lists of schedules. The first is empty. */
  #schedules: Schedule[][] = [[]];
  // One number for each service.
  #termSet: number[] = [];
  #languageSet: number[] = [];
  #hoursOf: number[] = [];
  #reach: number[] = [];
  #free: boolean[] = [];
  #youngest: number[] = [];
  #oldest: number[] = [];
  #placesFrom: number[] = [0];
  // Places, in radians.
  #latitudes: number[] = [];
  #longitudes: number[] = [];

  /** Takes in the rows of a chunk that are services. */
  add({ rows, columns }: Chunk, docs: Int32Array): void {
    const column = (key: string): Column | undefined => columns.of.get(key);
    const setOf = (sets: Sets, list: Column | undefined, wordOf = (word: string) => word) => {
      const known = new Map<number, number>();
      return (row: number): number => {
        const position = list?.kind === 'list' ? list.at[row]! : -1;
        let set = known.get(position);
        if (set === undefined) known.set(position, (set = sets.add(texts(list, position).map(wordOf))));
        return set;
      };
    };
    const terms = setOf(this.#terms, column('taxonomyTerms'));
    const languages = setOf(this.#languages, column('languages'), languageOf);
    const hours = this.#hoursReader(column('schedules'), column('locations'));
    const reach = reachReader(columns.of);
    const [free, youngest, oldest] = ['free', 'minimumAge', 'maximumAge'].map(column);
    const locations = column('locations') as ListColumn | undefined;
    const [latitude, longitude] = ['latitude', 'longitude'].map((key) => part(locations?.of, key));
    for (let row = 0; row < rows; row++) {
      if (docs[row]! < 0) continue;
      this.#termSet.push(terms(row));
      this.#languageSet.push(languages(row));
      this.#hoursOf.push(hours(row));
      this.#reach.push(reach(row));
      this.#free.push(isTrue(free, row));
      this.#youngest.push(numberInRow(youngest, row) ?? -1);
      this.#oldest.push(numberInRow(oldest, row) ?? noAge);
      if (locations)
        eachEntry(locations, row, (entry) => {
          const [north, east] = [numberInRow(latitude, entry), numberInRow(longitude, entry)];
          if (north === undefined || east === undefined) return;
          this.#latitudes.push(north * radians);
          this.#longitudes.push(east * radians);
        });
      this.#placesFrom.push(this.#latitudes.length);
    }
  }

  /** In kilometers, to the nearest place of a service. `Infinity`: none is known. */
  distance(doc: number, from: Point): number {
    const [north, east] = [from.latitude * radians, from.longitude * radians];
    const cosine = Math.cos(north);
    let least = Infinity;
    const to = this.#placesFrom[doc + 1]!;
    for (let at = this.#placesFrom[doc]!; at < to; at++) {
      const latitude = this.#latitudes[at]!;
      const half = Math.sin((latitude - north) / 2);
      const side = Math.sin((this.#longitudes[at]! - east) / 2);
      const haversine = half * half + cosine * Math.cos(latitude) * side * side;
      if (haversine < least) least = haversine;
    }
    return least === Infinity ? least : 2 * earth * Math.asin(Math.min(1, Math.sqrt(least)));
  }

  /** Whether a service is open. */
  openAt(doc: number, now: number): OpenState {
    return this.#stateOf(this.#hours[this.#hoursOf[doc]!]!, now);
  }

  /** How many different hours there are, and works one of them out ahead of the first question. */
  get hours(): number {
    return this.#hours.length;
  }

  reckon(at: number, now: number): void {
    this.#stateOf(this.#hours[at]!, now);
  }

  /** Gives for a service the bits of the filters that it fails. */
  failing(filters: Filters, now: number): (doc: number) => number {
    const { age, free, openNow } = filters;
    const terms = filters.terms.length ? this.#terms.having(filters.terms) : undefined;
    const languages = filters.languages.length ? this.#languages.having(filters.languages.map(languageOf)) : undefined;
    const wanted = reachMask(filters.reach);
    return (doc) =>
      (terms && !terms[this.#termSet[doc]!] ? bitOf('terms') : 0) |
      (age !== undefined && !(this.#youngest[doc]! <= age && age <= this.#oldest[doc]!) ? bitOf('age') : 0) |
      (languages && !languages[this.#languageSet[doc]!] ? bitOf('languages') : 0) |
      (free && !this.#free[doc] ? bitOf('free') : 0) |
      (openNow && this.openAt(doc, now).state !== 'open' ? bitOf('openNow') : 0) |
      (filters.reach.length && !(this.#reach[doc]! & wanted) ? bitOf('reach') : 0);
  }

  /** Begins to count what can be chosen. */
  tally(now: number): Tally {
    const terms = new Uint32Array(this.#terms.sets.length);
    const languages = new Uint32Array(this.#languages.sets.length);
    const hours = new Uint32Array(this.#hours.length);
    const reach = new Uint32Array(1 << reaches.length);
    const [termBit, ageBit, languageBit, freeBit, openBit, reachBit] = filterNames.map(bitOf);
    let [ages, free, places] = [0, 0, 0];
    const take = (doc: number, fails: number) => {
      if (!fails || fails === termBit) terms[this.#termSet[doc]!]!++;
      if (!fails || fails === languageBit) languages[this.#languageSet[doc]!]!++;
      if (!fails || fails === openBit) hours[this.#hoursOf[doc]!]!++;
      if (!fails || fails === reachBit) reach[this.#reach[doc]!]!++;
      if ((!fails || fails === freeBit) && this.#free[doc]) free++;
      if ((!fails || fails === ageBit) && (this.#youngest[doc]! >= 0 || this.#oldest[doc]! < noAge)) ages++;
      if (!fails && this.#placesFrom[doc + 1]! > this.#placesFrom[doc]!) places++;
    };
    const choices = (): Choices => {
      let [known, open] = [0, 0];
      for (const [at, count] of hours.entries()) {
        if (!count) continue;
        const { state } = this.#stateOf(this.#hours[at]!, now);
        if (state !== 'unknown') known += count;
        if (state === 'open') open += count;
      }
      const ways = reaches.map((value, bit) => ({
        value,
        count: reach.reduce((sum, count, mask) => (mask & (1 << bit) ? sum + count : sum), 0),
      }));
      return {
        terms: this.#terms.choices(terms),
        languages: this.#languages.choices(languages),
        reach: ways.filter(({ count }) => count).sort((one, two) => two.count - one.count),
        ages,
        free,
        hours: known,
        openNow: open,
        places,
      };
    };
    return { take, choices };
  }

  /** A state holds from when it was asked for until it changes; where no change is known, for the minute. */
  #stateOf(hours: Hours, now: number): OpenState {
    const { state, from } = hours;
    if (state && now >= from && now < (state.until ?? from + 60_000)) return state;
    hours.from = now;
    return (hours.state = openState(hours.service as unknown as Parameters<typeof openState>[0], now));
  }

  /** Gives for a row the number of its hours. Those that are written alike are the same, whoever has them. */
  #hoursReader(own: Column | undefined, locations: Column | undefined): (row: number) => number {
    const inLocations = locations?.kind === 'list' ? part(locations.of, 'schedules') : undefined;
    const reader = (list: Column | undefined) => {
      const known = new Map<number, number>();
      return (row: number): number => {
        const position = list?.kind === 'list' ? list.at[row]! : -1;
        if (position < 0) return 0;
        let number = known.get(position);
        if (number === undefined)
          known.set(position, (number = this.#schedulesOf(entriesInRow(list as ListColumn, position))));
        return number;
      };
    };
    const [ownOf, locationOf] = [reader(own), reader(inLocations)];
    return (row) => {
      const places = new Set<number>();
      if (locations?.kind === 'list')
        eachEntry(locations, row, (entry) => places.add(inLocations ? locationOf(entry) : 0));
      const key = [ownOf(row), ...places].join();
      let at = this.#hoursKeys.get(key);
      if (at === undefined) {
        const [schedules, ...others] = key.split(',').map((number) => this.#schedules[Number(number)]!);
        this.#hoursKeys.set(key, (at = this.#hours.length));
        const service = { schedules: schedules!, locations: others.map((one) => ({ schedules: one })) };
        this.#hours.push({ service, state: undefined, from: 0 });
      }
      return at;
    };
  }

  #schedulesOf(schedules: unknown[]): number {
    if (!schedules.length) return 0;
    const key = JSON.stringify(schedules);
    const known = this.#scheduleKeys.get(key);
    if (known !== undefined) return known;
    this.#scheduleKeys.set(key, this.#schedules.length);
    return this.#schedules.push(schedules as Schedule[]) - 1;
  }
}

const reachMask = (wanted: readonly Reach[]): number =>
  wanted.reduce((mask, one) => mask | (1 << reaches.indexOf(one)), 0);

function reachReader(columns: ReadonlyMap<string, Column>): (row: number) => number {
  const chat = columns.get('chatUrl');
  const website = columns.get('url');
  const chats = (row: number): boolean => {
    const [chatUrl, url] = [chat, website].map((column) => column && (valueInRow(column, row) as string | undefined));
    return !!chatUrl && isChat(chatUrl, url);
  };
  const address = columns.get('address');
  const remote = columns.get('remote');
  const locations = columns.get('locations');
  const phones = columns.get('phones');
  const types = phones?.kind === 'list' ? (part(phones.of, 'type') as TextColumn | undefined) : undefined;
  return (row) => {
    const found: Reach[] = [];
    if (chats(row)) found.push('chat');
    if (isTrue(remote, row)) found.push('remote');
    if ((locations?.kind === 'list' && locations.at[row]! >= 0) || (address && valueInRow(address, row) !== undefined))
      found.push('in-person');
    if (phones?.kind === 'list' && types)
      eachEntry(phones, row, (entry) => {
        const type = valueInRow(types, entry);
        if (type === 'text') found.push('text');
        else if (type === 'voice' || type === 'textphone') found.push('call');
      });
    return reachMask([...new Set(found)]);
  };
}
