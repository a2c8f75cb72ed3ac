/**
 * A link to a web page that is fit to be followed, or `undefined`.
 * The raw text begins with `http://` or `https://`, holds no white space, control character, user name or password.
 */
export function webLink(raw: string): string | undefined {
  // eslint-disable-next-line no-control-regex
  if (!/^https?:\/\/[^\s\u0000-\u001f\\]+$/i.test(raw)) return;
  try {
    const url = new URL(raw);
    return url.username || url.password ? undefined : url.href;
  } catch {
    return;
  }
}

/** The host of a checked link, without `www.`; scripts other than Latin stand in punycode, so that look-alikes show. */
export const hostOf = (link: string): string => new URL(link).host.replace(/^www\./, '');

/** A page, however its address is written: with `www.` or a slash at the end, or without. */
const pageOf = (href: string): string => {
  const { pathname, search } = new URL(href);
  return hostOf(href) + pathname.replace(/\/$/, '') + search;
};

/** Whether an address opens a chat. One that is only the website again does not. */
export const isChat = (chatUrl: string, url: string | undefined): boolean => !url || pageOf(chatUrl) !== pageOf(url);

/** What can be dialled of a number as people write it: its digits, with a leading `+` kept. Fewer than three digits: empty. */
export function dialable(number: string): string {
  const digits = number.replace(/\D/g, '');
  return digits.length < 3 ? '' : (/^\s*\+/.test(number) ? '+' : '') + digits;
}
