/** The properties of a card that hold a fact about the service. Not set: `undefined`, or `null` for an attribute that was removed. */
export interface ServiceAttributes {
  readonly name: string | null | undefined;
  readonly description: string | null | undefined;
  readonly href: string | null | undefined;
  readonly phone: string | null | undefined;
  readonly textTo: string | null | undefined;
  readonly textKeyword: string | null | undefined;
  readonly chatHref: string | null | undefined;
  readonly address: string | null | undefined;
  readonly addressConfidential: boolean;
  readonly languages: string | null | undefined;
  readonly minimumAge: number | null | undefined;
  readonly maximumAge: number | null | undefined;
  readonly eligibility: string | null | undefined;
  readonly fees: string | null | undefined;
  readonly hours: string | null | undefined;
  readonly reporting: string | null | undefined;
  readonly assuredDate: string | null | undefined;
}

/** What the attributes say, in the form in which a service is parsed. An attribute that is not set is not there. */
export function fromAttributes(card: ServiceAttributes): object {
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
    languages: languages?.split(/[\s,]+/).filter(Boolean),
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
