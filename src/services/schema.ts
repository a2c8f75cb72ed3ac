import { entry, withoutConfidentialAddress } from '../content/schema.js';
import { choice, extended, flag, list, number, object, optional, prose, text, type Infer } from '../schema/parse.js';

// What a feed tells more than a pack. Only what reads feeds carries this part of the rules.

// All is text here and read strictly where hours are reckoned: a rule that lost a part would tell other hours.
const schedule = object({
  /** The first day on which it holds, as YYYY-MM-DD. Empty: it always has. */
  validFrom: optional(text(40)),
  /** The last day on which it holds. Empty: no end is known. */
  validTo: optional(text(40)),
  /** The day from which the rule counts. */
  dtstart: optional(text(40)),
  /** The last day of the rule. */
  until: optional(text(40)),
  /** How many times the rule comes round. */
  count: optional(text(20)),
  /** How often: DAILY, WEEKLY or MONTHLY. Anything else is not understood. */
  freq: optional(text(40)),
  /** Every how many weeks or months. Empty: each. */
  interval: optional(text(20)),
  /** Days of the week, such as `MO,TU` or `1MO,-1FR`. */
  byday: optional(text(120)),
  /** Days of the month, such as `1,15,-1`. */
  bymonthday: optional(text(200)),
  /** Weeks of the year. */
  byweekno: optional(text(200)),
  /** Days of the year. */
  byyearday: optional(text(2000)),
  /** The day on which a week begins, such as `MO`. */
  wkst: optional(text(20)),
  /** IANA zone such as `America/Chicago`. Anything else, an offset too, leaves the hours not known. */
  timezone: optional(text(80)),
  /** When it opens, as `HH:MM` on the clock of the zone. */
  opensAt: optional(text(40)),
  /** When it closes. Not after `opensAt`: on the day after. */
  closesAt: optional(text(40)),
  /** It is closed on the days of the rule: a holiday. */
  closed: optional(flag),
  /** The hours in words. */
  description: optional(text(1000)),
});
export type Schedule = Infer<typeof schedule>;

const serviceLocation = object(
  {
    /** HSDS location.name */
    name: optional(text(200)),
    /** HSDS address, in one line. Never a confidential one. */
    address: optional(text(300)),
    /** HSDS address.city */
    city: optional(text(120)),
    /** HSDS address.state_province: what large lists are divided by. Stays where the address is withheld. */
    region: optional(text(120)),
    /** In degrees, north of the equator. */
    latitude: optional(number),
    /** In degrees, east of Greenwich. */
    longitude: optional(number),
    /** The address is withheld: it is dropped when the data is read. */
    addressConfidential: optional(flag),
    /** Opening hours of this place. */
    schedules: list(schedule),
    /** How the place is built for people with disabilities. */
    accessibility: list(text(300)),
  },
  '',
  withoutConfidentialAddress,
);
export type Location = Infer<typeof serviceLocation>;

/** A service of a feed or a directory: a pack's entry, and what feeds tell more, in HSDS's words in camelCase. */
export const service = extended(entry, {
  /** HSDS service.id, whatever it is made of. */
  id: optional(text(200)),
  name: text(300),
  organization: optional(text(300)),
  /** HSDS service.description, in lines: paragraphs, and points that begin with `•`. */
  description: optional(prose(5000)),
  /** HSDS service.alternate_name */
  alternateName: optional(text(300)),
  /** HSDS service.status. An inactive or defunct service is left out of a directory. */
  status: optional(choice('active', 'inactive', 'defunct', 'temporarily closed')),
  /** HSDS service.email */
  email: optional(text(200)),
  eligibilityDescription: optional(prose(3000)),
  feesDescription: optional(text(3000)),
  hoursDescription: optional(text(3000)),
  /** It costs nothing. Left out: not known. */
  free: optional(flag),
  /** Names of the HSDS taxonomy terms: what the service is for. */
  taxonomyTerms: list(text(200)),
  /** Opening hours of the service, wherever it is. */
  schedules: list(schedule),
  /** Where the service is. Empty: no place is known. */
  locations: list(serviceLocation),
  /** It can be had from afar: HSDS location.location_type is virtual. */
  remote: optional(flag),
  /** Names of the HSDS service areas. */
  serviceAreas: list(text(300)),
  /** HSDS service.application_process */
  applicationProcess: optional(prose(3000)),
  /** HSDS required_documents */
  requiredDocuments: list(text(300)),
  /** HSDS service.interpretation_services */
  interpretationServices: optional(text(1000)),
  /** HSDS service.alert: what is out of the ordinary now. */
  alert: optional(text(1000)),
});
export type Service = Infer<typeof service>;
