type Kind = 'DateTimeFormat' | 'DisplayNames' | 'ListFormat' | 'NumberFormat' | 'PluralRules';
type Constructor<K extends Kind> = (typeof Intl)[K];

/** How many are kept: enough for the languages and time zones of one page. */
const most = 100;
const known = new Map<string, unknown>();
let isListening = false;

/**
 * An object of `Intl`. Making one is slow, so each is made once and kept: the last hundred, until the person chooses another language
 * for the browser. Ask for it each time that it is needed, and hold on to none.
 *
 * @throws What its constructor throws: where an engine lacks that part of `Intl`, or refuses the language or an option.
 */
export function intl<K extends Kind>(
  kind: K,
  language: string,
  options?: ConstructorParameters<Constructor<K>>[1],
): InstanceType<Constructor<K>> {
  const key = `${kind} ${language} ${options ? JSON.stringify(options) : ''}`;
  let made = known.get(key) as InstanceType<Constructor<K>> | undefined;
  if (!made) {
    const Made = Intl[kind] as unknown as new (language: string, options: unknown) => InstanceType<Constructor<K>>;
    made = new Made(language, options);
    // There is nothing to listen to on a server.
    if (!isListening) globalThis.addEventListener?.('languagechange', () => known.clear());
    isListening = true;
    // A map keeps its keys in the order in which they came.
    if (known.size >= most) known.delete(known.keys().next().value!);
    known.set(key, made);
  }
  return made;
}

/** What `Intl` says; or something plainer, where an engine lacks that part of it or refuses a language. */
export function orPlain<T>(ask: () => T, plain: T): T {
  try {
    return ask();
  } catch {
    return plain;
  }
}

/** Names of languages as a list in words, such as "English and Spanish". What has no name here stays a tag. */
export function languageList(tags: readonly string[], language: string): string {
  const all = tags.map(
    (tag) => orPlain(() => intl('DisplayNames', language, { type: 'language' }).of(tag), tag) ?? tag,
  );
  return orPlain(() => intl('ListFormat', language).format(all), all.join(', '));
}

/** The IANA zone that the device is in now, which changes when it travels. Empty: the browser does not say. */
export const deviceZone = (): string => orPlain(() => new Intl.DateTimeFormat().resolvedOptions().timeZone, '');
