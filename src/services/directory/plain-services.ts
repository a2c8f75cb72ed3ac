import { service, type Service } from '../schema.js';
import { isRecord, parse, type Problem } from '../../schema/parse.js';
import { DirectoryError } from '../directory-contract.js';
import type { fromHsds, HsdsRead } from '../hsds/from-hsds.js';

/** More services than this have to be made a snapshot first: reading them takes a phone too long. */
const mostPlain = 2000;

/** Loads what reads HSDS, which is as large as all the rest: a snapshot does without. */
export async function loadHsds(): Promise<typeof fromHsds> {
  try {
    return (await import('../hsds/from-hsds.js')).fromHsds;
  } catch {
    throw new DirectoryError('unavailable', 'hsds.js');
  }
}

/**
 * Reads services that are no snapshot: HSDS in whatever nesting, or services as this library writes them.
 *
 * @throws {DirectoryError} `too-large` for more than 2,000, `type` where there is none at all, `unavailable`.
 */
export async function plainServices(data: unknown, path: string): Promise<Pick<HsdsRead, 'services' | 'problems'>> {
  const inside = isRecord(data) && Object.hasOwn(data, 'services') ? data['services'] : data;
  const read = (Array.isArray(inside) && inside.length && readOurs(inside)) || (await loadHsds())(data);
  if (read.services.length > mostPlain)
    throw new DirectoryError('too-large', path, `more than ${mostPlain} services: make a snapshot of them`);
  if (!read.services.length && !(Array.isArray(inside) && !inside.length))
    throw new DirectoryError('type', path, 'services');
  return read;
}

/**
 * Reads services as this library writes them: in camelCase, where HSDS writes snake_case.
 *
 * @returns `undefined`: one of them is something else.
 */
function readOurs(entries: readonly unknown[]): { services: Service[]; problems: Problem[] } | undefined {
  const services: Service[] = [];
  const problems: Problem[] = [];
  for (const [at, entry] of entries.entries()) {
    if (!isRecord(entry)) return;
    const keys = Object.keys(entry);
    if (keys.some((key) => key.includes('_'))) return;
    const read = parse(service, entry);
    const isOurs = keys.some((key) => /[A-Z]/.test(key) && Object.hasOwn(service.of, key));
    if (!isOurs && read.problems.length) return;
    for (const { path, ...problem } of read.problems)
      problems.push({ ...problem, path: path.replace('$', `$[${at}]`) });
    if (read.value) services.push(read.value);
  }
  return { services, problems };
}
