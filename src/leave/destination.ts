/** Where a person goes when nobody named a place that will do: a site that many have reason to open, and that shows no past searches. */
const defaultDestination = 'https://www.wikipedia.org/';

/**
 * What one owner has of a host name: `example.org` of `www.example.org`, `example.co.uk` of `www.example.co.uk`. Without the public
 * suffix list, which weighs more than all of this: it can take two customers of one provider for the same site.
 */
const siteOf = (hostname: string) =>
  /(?:[^.]+\.)?(?:(?:com?|org|net?|gov?|gob|edu?|ac|nhs)\.(?=..$))?[^.]+$/.exec(hostname.replace(/\.+$/, ''))?.[0];

/**
 * An address that a person can be taken to, or `undefined`: `https:`, without user name or password, and of another site than the
 * page, since another page of the same site is no way out.
 *
 * @param here The host name of the page.
 */
export function usable(here: string, text: string | undefined): string | undefined {
  try {
    const { href, hostname, username, password } = new URL(text!);
    if (/^https:\/\/[^\s\\]+$/i.test(text!) && !username && !password && siteOf(hostname) !== siteOf(here)) return href;
  } catch {
    // Not an address.
  }
  return;
}

/** The first of the given addresses that will do, or the default. */
export const destination = (here: string, given: readonly (string | undefined)[]): string =>
  given.map((text) => usable(here, text)).find(Boolean) ?? defaultDestination;

/** An address of the page's own origin, whole. Of another, or none: empty. */
export function ownAddress(text: string): string {
  try {
    const { href, origin } = new URL(text, document.baseURI);
    return text && origin === location.origin ? href : '';
  } catch {
    return '';
  }
}
