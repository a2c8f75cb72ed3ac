import type { LitElement, ReactiveController } from 'lit';
import {
  noFilters,
  type Choices,
  type Directory,
  type DirectoryError,
  type Filters,
  type Found,
  type Opened,
  type Point,
  type Query,
  type Results,
  type Source,
} from '../../services/directory-contract.js';
import type { Service } from '../../services/schema.js';
import type { Problem } from '../../schema/parse.js';
import { openDirectory } from '../../services/directory/open-directory.js';

/**
 * Milliseconds from the last letter to what a screen reader says of the results: sooner, it would be said between letters, and cut the
 * letters off that are read out.
 */
const heardAfter = 800;

/** How many results are added at a time. */
export const pageSize = 20;

/** What a person asks, without what they do not choose. */
export type Asked = Omit<Query, 'now' | 'first'>;

const nothingAsked: Asked = { text: '', filters: noFilters, sort: 'best', near: undefined, size: pageSize };

/**
 * Milliseconds from the first result to the others and to what can be chosen from there. Whoever types on has asked something else by
 * then, and the rest of these is not drawn.
 */
const pause = 100;

/** What a service is known by. */
type Named = Pick<Service, 'id' | 'name'>;

/** Each search answers with objects of its own. */
const isSame = (one: Service, other: Service): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What a directory can fail of and a pack cannot, as a problem. */
const reasons = { version: 'type', unavailable: 'network' } as const;

function problemsOf(error: unknown): readonly Problem[] {
  const { reason = 'unavailable', path = '', detail = `${error as Error}` } = error as Partial<DirectoryError>;
  return [
    {
      path,
      reason: reason in reasons ? reasons[reason as keyof typeof reasons] : (reason as Problem['reason']),
      detail,
    },
  ];
}

/** Opens a directory, asks it what a person asks, and hands its results out a few in each frame. Keeps nothing when it is let go. */
export class DirectorySearch implements ReactiveController {
  /** `none`: there is nothing to search. */
  state: 'none' | 'loading' | 'ready' | 'failed' = 'none';
  opened: Opened | undefined;
  /** Empty until something was found out. */
  results: Results | undefined;
  /** What each place of the list shows. Those from `drawn` on are still to be drawn. */
  cards: readonly Found[] = [];
  drawn = 0;
  /** What can be chosen from here. `undefined`: nothing was found out yet. */
  choices: Choices | undefined;
  /** How the loading of an area stands. Empty: none is under way. */
  area: '' | 'loading' | 'failed' = '';
  /** How many results were found, once that is to be heard. `undefined`: nobody has asked for anything since the page was opened. */
  heard: number | undefined;
  /** Whether more can be chosen than what is most often chosen. */
  isWide = false;
  /** The person asked how far away services are, and the browser did not say where they are. */
  hasNoPlace = false;

  #asked: Asked = nothingAsked;
  readonly #unfolded = new Set<string>();
  readonly #host: LitElement;
  readonly #tell: (problems: readonly Problem[]) => void;
  #source: Source | undefined;
  #area = '';
  #directory: Directory | undefined;
  #opening: AbortController | undefined;
  #generation = 0;
  /** How often a person has left: what comes for them later comes to nobody. */
  #timesForgotten = 0;
  /** When the results may be heard, by the clock of the page. `undefined`: nobody has asked. */
  #hearAt: number | undefined;
  #hearing: ReturnType<typeof setTimeout> | undefined;

  /** @param tell Is told what could not be used, and why a directory could not be opened or searched. */
  constructor(host: LitElement, tell: (problems: readonly Problem[]) => void) {
    this.#host = host;
    this.#tell = tell;
    host.addController(this);
  }

  /** Whether what is searched for goes to a server. */
  get isLive(): boolean {
    return this.#source?.kind === 'api';
  }

  /** Whether a place is to be chosen first. */
  get waits(): boolean {
    return !!this.opened?.areas.length && !this.opened.loaded.length;
  }

  /** What the person is looking for. */
  get asked(): Asked {
    return this.#asked;
  }

  /** Whether something is asked that leaves services out. */
  get isNarrowed(): boolean {
    const { text, filters } = this.#asked;
    return !!text || Object.values(filters).some((value) => (Array.isArray(value) ? value.length : value));
  }

  /** Whether all that is known of a service is shown. */
  isUnfolded({ id, name }: Named): boolean {
    return this.#unfolded.has(id ?? name);
  }

  hostConnected(): void {
    if (this.#source && !this.#directory) void this.open(this.#source, this.#area);
  }

  hostDisconnected(): void {
    this.#close();
  }

  /** Opens another directory in place of the one there was. `area` is loaded at once. */
  async open(source: Source | undefined, area = ''): Promise<void> {
    this.#close();
    this.#source = source;
    this.#area = area;
    this.opened = this.results = this.choices = this.heard = this.#hearAt = undefined;
    this.cards = [];
    this.area = '';
    this.state = source ? 'loading' : 'none';
    this.#host.requestUpdate();
    if (!source || !this.#host.isConnected) return;
    const { signal } = (this.#opening = new AbortController());
    try {
      const directory = await openDirectory(source, { signal });
      if (signal.aborted) return directory.close();
      this.#directory = directory;
      this.opened = directory.opened;
      this.state = 'ready';
      this.#tell(this.opened.problems);
      this.#host.requestUpdate();
      if (area && this.opened.areas.some(({ id }) => id === area)) return await this.load(area);
      // A live server is asked when the person asks.
      if (!this.isLive) await this.#find({});
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  /** Takes the place that a person has chosen. */
  choose(area: string): Promise<void> {
    this.#hear();
    return this.load(area);
  }

  /** Loads the list of a place, and searches it. */
  async load(area: string): Promise<void> {
    const directory = this.#directory;
    if (!directory || !area) return;
    this.area = 'loading';
    this.#host.requestUpdate();
    try {
      await directory.load(area);
      // By the time an area has arrived, the page may have asked for another directory.
      if (directory !== this.#directory) return;
      this.opened = directory.opened;
      // Services that belong to no place are shown for every place.
      const anywhere = this.opened.areas.find(({ id, name }) => !name && !this.opened?.loaded.includes(id));
      if (anywhere) await directory.load(anywhere.id);
      if (directory !== this.#directory) return;
      this.opened = directory.opened;
      this.area = '';
      await this.#find({});
    } catch (error) {
      if (directory !== this.#directory) return;
      this.area = 'failed';
      this.#tell(problemsOf(error));
      this.#host.requestUpdate();
    }
  }

  /** Takes in what stands in the field for the search. Letter by letter it is searched for only where it stays on the device. */
  type(text: string): void {
    if (this.isLive) this.#asked = { ...this.#asked, text };
    else void this.ask({ text });
  }

  /** Asks with something changed by a person. With another question the list starts anew. */
  ask(change: Partial<Asked>): Promise<void> {
    this.#hear();
    return this.#find(change);
  }

  async #find(change: Partial<Asked>): Promise<void> {
    this.#asked = { ...this.#asked, size: pageSize, ...change };
    // What is typed stands in its field already: all is drawn once, with the results.
    if (Object.keys(change).join() !== 'text' || !change.text) this.#host.requestUpdate();
    const directory = this.#directory;
    if (!directory) return;
    const generation = ++this.#generation;
    try {
      const results = await directory.search({ ...this.#asked, now: Date.now(), first: 0 });
      if (generation === this.#generation) this.#show(results);
    } catch (error) {
      // What is overtaken by a newer question needs no answer.
      if (generation === this.#generation && directory === this.#directory) this.#fail(error);
    }
  }

  /** Asks with other filters. */
  narrow(filters: Partial<Filters>): Promise<void> {
    return this.ask({ filters: { ...this.#asked.filters, ...filters } });
  }

  /** Adds to the list. */
  more(): Promise<void> {
    return this.ask({ size: this.#asked.size + pageSize });
  }

  /** Takes the way back to what there was before anything was asked. */
  clear(): Promise<void> {
    this.#emptyField();
    return this.ask(nothingAsked);
  }

  /** Tells how far away services are, from where the browser says that the person is; or no longer. */
  near(): void {
    this.hasNoPlace = false;
    const measure = (near: Point | undefined) => void this.ask({ near, sort: near ? 'distance' : 'best' });
    if (this.#asked.near) return measure(undefined);
    const fail = () => {
      this.hasNoPlace = true;
      this.#host.requestUpdate();
    };
    if (!('geolocation' in navigator)) return fail();
    const times = this.#timesForgotten;
    navigator.geolocation.getCurrentPosition(
      // Whoever has left meanwhile is not to be found in what is asked.
      ({ coords: { latitude, longitude } }) => times === this.#timesForgotten && measure({ latitude, longitude }),
      fail,
      { timeout: 20_000 },
    );
  }

  /** Shows all that is known of a service, or less. */
  readonly unfold = ({ id, name }: Named): void => {
    if (!this.#unfolded.delete(id ?? name)) this.#unfolded.add(id ?? name);
    this.#host.requestUpdate();
  };

  /** Offers all that can be chosen, or no longer. */
  widen(): void {
    this.isWide = !this.isWide;
    this.#host.requestUpdate();
  }

  /** Gives the focus to what a selector finds, once the element is drawn. */
  focus(selector: string, index = 0): void {
    void this.#host.updateComplete.then(() =>
      this.#host.renderRoot.querySelectorAll<HTMLElement>(selector)[index]?.focus(),
    );
  }

  /** Tries again what has failed. */
  again(): Promise<void> {
    return this.open(this.#source, this.#area);
  }

  /** Lets go of all that was asked and found. */
  forget(): void {
    this.#emptyField();
    this.#generation += 1;
    this.#timesForgotten += 1;
    this.#unfolded.clear();
    this.#asked = nothingAsked;
    clearTimeout(this.#hearing);
    this.results = this.choices = this.heard = undefined;
    this.cards = [];
    this.#host.requestUpdate();
  }

  /** What is found next is to be heard. */
  #hear(): void {
    clearTimeout(this.#hearing);
    this.#hearAt = performance.now() + heardAfter;
  }

  #say(total: number): void {
    if (this.#hearAt === undefined) return;
    clearTimeout(this.#hearing);
    const wait = Math.max(0, this.#hearAt - performance.now());
    this.#hearing = setTimeout(() => {
      this.heard = total;
      this.#host.requestUpdate();
    }, wait);
  }

  /** What was typed may not have been drawn yet: then drawing it as empty would change nothing. */
  #emptyField(): void {
    const field = this.#host.renderRoot.querySelector<HTMLInputElement>('[data-at=text]');
    if (field) field.value = '';
  }

  #show(results: Results): void {
    const found = results.found.map((one, index) => {
      const { service } = this.cards[index] ?? {};
      return service && isSame(one.service, service) ? { ...one, service } : one;
    });
    this.results = { ...results, found };
    this.state = 'ready';
    this.#say(results.total);
    // What stays where it was needs no new drawing.
    const same = found.findIndex(({ service }, index) => service !== this.cards[index]?.service);
    this.drawn = Math.min(same < 0 ? found.length : same, this.cards.length);
    this.#drawCard(found);
    const generation = this.#generation;
    setTimeout(() => {
      if (generation !== this.#generation) return;
      this.choices = results.choices;
      this.#host.requestUpdate();
      this.#drawRest(found, generation);
    }, pause);
  }

  #drawCard(found: readonly Found[]): void {
    this.drawn = Math.min(this.drawn + 1, found.length);
    this.cards = [...found.slice(0, this.drawn), ...this.cards.slice(this.drawn, found.length)];
    this.#host.requestUpdate();
  }

  /** A card in each frame: a phone takes some milliseconds for it. */
  #drawRest(found: readonly Found[], generation: number): void {
    if (this.drawn >= found.length) return;
    requestAnimationFrame(() =>
      setTimeout(() => {
        if (generation !== this.#generation) return;
        this.#drawCard(found);
        this.#drawRest(found, generation);
      }),
    );
  }
  #fail(error: unknown): void {
    this.state = 'failed';
    this.#tell(problemsOf(error));
    this.#host.requestUpdate();
  }

  #close(): void {
    this.#generation += 1;
    clearTimeout(this.#hearing);
    this.#opening?.abort();
    this.#directory?.close();
    this.#directory = undefined;
  }
}
