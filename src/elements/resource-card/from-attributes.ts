/** The properties of a card that hold a fact about the service, and the attributes that set them. */
export const serviceAttributes = {
  name: {},
  description: {},
  href: {},
  phone: {},
  textTo: { attribute: 'text-to' },
  textKeyword: { attribute: 'text-keyword' },
  chatHref: { attribute: 'chat-href' },
  address: {},
  addressConfidential: { type: Boolean, attribute: 'address-confidential' },
  languages: {},
  minimumAge: { type: Number, attribute: 'minimum-age' },
  maximumAge: { type: Number, attribute: 'maximum-age' },
  eligibility: {},
  fees: {},
  hours: {},
  reporting: {},
  assuredDate: { attribute: 'assured-date' },
};

type Given = { readonly [K in keyof typeof serviceAttributes]?: unknown };

/** What the attributes say, in the form in which a service is parsed. An attribute that is not set is not there. */
export function fromAttributes(card: Given): object {
  const { phone, textTo, textKeyword, languages } = card;
  const phones = [
    ...(phone ? [{ number: phone, type: 'voice' }] : []),
    ...(textTo ? [{ number: textTo, type: 'text', keyword: textKeyword }] : []),
  ];
  const given = {
    name: card.name,
    description: card.description,
    url: card.href,
    phones: phones.length ? phones : undefined,
    chatUrl: card.chatHref,
    address: card.address,
    addressConfidential: card.addressConfidential || undefined,
    languages: typeof languages === 'string' ? languages.split(/[\s,]+/).filter(Boolean) : undefined,
    minimumAge: card.minimumAge,
    maximumAge: card.maximumAge,
    eligibilityDescription: card.eligibility,
    feesDescription: card.fees,
    hoursDescription: card.hours,
    reporting: card.reporting,
    assuredDate: card.assuredDate,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== null));
}
