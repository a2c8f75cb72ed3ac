import { ContentErrorEvent } from '../events.js';
import type { Problem } from '../schema/parse.js';

/**
 * Reports the problems of an element to the page, each of them once however often it is found: as a `content-error` event, and on the console.
 *
 * @returns takes problems as they are found.
 */
export function reportOnce(host: Element): (problems: readonly Problem[]) => void {
  const reported = new Set<string>();
  return (problems) => {
    const unreported = problems.filter((problem) => {
      const key = JSON.stringify(problem);
      return !reported.has(key) && reported.add(key);
    });
    if (!unreported.length) return;
    console.warn(`<${host.localName}> content-error`, unreported);
    host.dispatchEvent(new ContentErrorEvent({ problems: unreported }));
  };
}
