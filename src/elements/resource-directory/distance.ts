import { formatNumber, type Words } from './words.js';

/** Where people count in miles. */
const miles = /-(US|GB|LR|MM)\b/i;
const kilometresInAMile = 1.609344;

/** How far away something is, in the unit of the person's device, to the next whole number. */
export function distanceWords(kilometres: number, language: string, say: Words['say']): string {
  const inMiles = miles.test(navigator.language);
  const count = Math.round(inMiles ? kilometres / kilometresInAMile : kilometres);
  if (!count) return say(inMiles ? 'distanceHere' : 'distanceHereKm');
  return say(inMiles ? 'distanceMiles' : 'distanceKm', { number: formatNumber(count, language) });
}
