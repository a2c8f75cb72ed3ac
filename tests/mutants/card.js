/** A card of a service: what it dials, what it shows, and what it says of how sure that is. */
const card = (title) => ({ file: 'tests/elements/resource-card.test.ts', test: title });

export const mutants = [
  {
    name: 'a link to text dials, and speaks aloud in the room',
    file: 'src/services/ways-to-reach.ts',
    find: "const scheme = kind === 'text' ? 'sms' : 'tel';",
    replace: "const scheme = 'tel';",
    killedBy: card('the hotline can be reached by chat, text, call and site, in this order'),
  },
  {
    name: 'a call ends at the switchboard, since the extension is not dialed',
    file: 'src/services/ways-to-reach.ts',
    find: '${more && `,${more}`}',
    replace: '',
    killedBy: card('an extension comes after a comma, a text phone is labelled'),
  },
  {
    name: '988 is dialed with a country in front, and leads nowhere',
    file: 'src/services/ways-to-reach.ts',
    find: '`${scheme}:${dialable(number)}',
    replace: '`${scheme}:+1${dialable(number)}',
    killedBy: card('988 is dialled as 988'),
  },
  {
    name: 'details that nobody has checked for years are called checked',
    file: 'src/services/ways-to-reach.ts',
    find: "return new Date(assuredDate) < yearAgo ? 'old' : 'checked';",
    replace: "return yearAgo ? 'checked' : 'old';",
    killedBy: card('longer ago: details may have changed'),
  },
  {
    name: 'the site of a service is told on which page somebody was',
    file: 'src/elements/resource-card/resource-card.ts',
    find: '          referrerpolicy="no-referrer"\n',
    replace: '',
    killedBy: card('tells the site nothing of this page, and is at least 44 px high'),
  },
  {
    name: 'a confidential address is on a card',
    file: 'src/elements/resource-card/from-attributes.ts',
    find: 'card.addressConfidential || undefined',
    replace: 'undefined',
    killedBy: card('appears nowhere: by attribute'),
  },
  {
    name: 'one confidential place of a service is shown with its name and its door',
    file: 'src/elements/resource-card/resource-details.ts',
    find: 'const hidden = withheld || !!place.addressConfidential;',
    replace: 'const hidden = withheld;',
    killedBy: card('shows no confidential address, of one place or of all'),
  },
  {
    name: 'a service whose hours nobody knows is called closed',
    file: 'src/elements/resource-card/resource-details.ts',
    find: 'return badge(icon, this.#line(state), state);',
    replace: "return badge(icon, this.#line(state === 'unknown' ? 'closed' : state), state);",
    killedBy: card('says that the hours are not known rather than that it is closed'),
  },
  {
    name: 'what somebody may have to report is not said before they call',
    file: 'src/elements/resource-card/resource-card.ts',
    find: 'if (!service.reporting) return nothing;',
    replace: 'if (service) return nothing;',
    killedBy: card('what they may have to report comes before the links'),
  },
  {
    name: 'a link that looks like a known site leads to another one',
    file: 'src/schema/links.ts',
    find: "new URL(link).host.replace(/^www\\./, '')",
    replace: "decodeURI(link.split('/')[2]!)",
    killedBy: { file: 'tests/node/parse.test.js', test: 'are made whole, and show look-alike hosts' },
  },
];
