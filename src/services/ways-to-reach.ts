import type { Entry } from '../content/schema.js';
import { dialable, hostOf, isChat } from '../schema/links.js';

/** The kinds of ways to reach a service. */
type WayKind = 'chat' | 'text' | 'call' | 'textphone' | 'site';

/** One way to reach a service. */
export interface Way {
  readonly kind: WayKind;
  /** `https:`, `tel:` or `sms:`. The last two are made of digits, `+` and, before an extension, a comma. */
  readonly href: string;
  /** What is shown: the number as people write it, or the host of the link. */
  readonly shown: string;
  /** What to write in the message. Empty: anything. */
  readonly keyword: string;
  /** The extension to dial after the number. Empty: none. */
  readonly extension: string;
  /** When or for what the number is, such as "After hours". Empty: nothing is said. */
  readonly about: string;
}

/** The ways to reach a service, those that leave no voice in the room first: chat, text, call, site. Empty: none is known. */
export function waysToReach(service: Entry): readonly Way[] {
  const phones = (type: string, kind: WayKind): Way[] =>
    service.phones
      .filter((phone) => phone.type === type)
      .map(({ number, extension = '', keyword = '', description: about = '' }) => {
        const more = extension.replace(/\D/g, '');
        const scheme = kind === 'text' ? 'sms' : 'tel';
        return {
          kind,
          href: `${scheme}:${dialable(number)}${more && `,${more}`}`,
          shown: number,
          keyword,
          extension: more,
          about,
        };
      });
  const page = (href: string | undefined, kind: WayKind): Way[] =>
    href ? [{ kind, href, shown: hostOf(href), keyword: '', extension: '', about: '' }] : [];
  return [
    ...page(service.chatUrl && isChat(service.chatUrl, service.url) ? service.chatUrl : undefined, 'chat'),
    ...phones('text', 'text'),
    ...phones('voice', 'call'),
    ...phones('textphone', 'textphone'),
    ...page(service.url, 'site'),
  ];
}

/** How far the details of a service can be relied on: a year after somebody checked them they are old. */
export function freshness(assuredDate: string | undefined, now: Date): 'checked' | 'old' | 'unchecked' {
  if (!assuredDate) return 'unchecked';
  const yearAgo = new Date(now);
  yearAgo.setUTCFullYear(now.getUTCFullYear() - 1);
  return new Date(assuredDate) < yearAgo ? 'old' : 'checked';
}
