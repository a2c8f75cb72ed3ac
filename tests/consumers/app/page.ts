/** What every page here shows: the same four elements, the same state and the same data, so that one test can use them all. */
import { ContentErrorEvent, StageChangeEvent } from 'alongside-elements';

/** An agency's own stages. An object: it can arrive as a property only. */
export const pack = {
  title: 'Stages, as this page tells them',
  stages: [
    { id: 'precontemplation' },
    { id: 'contemplation' },
    { id: 'preparation', localNotes: ['Ask for the team.'] },
  ],
};

export const services = {
  good: { name: 'Example Service', phones: [{ type: 'voice', number: '555-0100' }] },
  /** Its link is none, which the element tells the page. */
  bad: { name: 'Another Service', url: 'javascript:alert(1)' },
};

/** Where the way out leads. */
export const elsewhere = 'https://example.org/weather';

/** What the page heard, for the test to read. */
export function heard(event: StageChangeEvent | ContentErrorEvent) {
  const said = event instanceof StageChangeEvent ? event.stage : event.problems.map(({ path }) => path).join();
  // Names of classes are short ones in a built page.
  const kind =
    event.constructor === { 'stage-change': StageChangeEvent, 'content-error': ContentErrorEvent }[event.type];
  const log = ((globalThis as { log?: string[] }).log ??= []);
  log.push(`${event.type} ${kind ? 'of its class' : 'of another class'}: ${said}`);
}
