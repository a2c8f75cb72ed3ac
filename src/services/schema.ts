import { entry, withoutConfidentialAddress } from '../content/schema.js';
import { choice, extended, flag, list, number, object, optional, prose, text, type Infer } from '../schema/parse.js';

// What a feed tells more than a pack. Only what reads feeds carries this part of the rules.

// All is text here and read strictly where hours are reckoned: a rule that lost a part would tell other hours.
const schedule = object({
  /** The first day it applies, as YYYY-MM-DD. If empty, it always has. */
  validFrom: optional(text(40)),
  /** The last day it applies. If empty, no end is known. */
  validTo: optional(text(40)),
  /** The day from which the rule counts. */
  dtstart: optional(text(40)),
  /** The last day of the rule. */
  until: optional(text(40)),
  /** How many times the rule repeats. */
  count: optional(text(20)),
  /** How often: DAILY, WEEKLY, or MONTHLY. Anything else isn’t understood. */
  freq: optional(text(40)),
  /** The number of weeks or months between repetitions. If empty, one. */
  interval: optional(text(20)),
  /** Days of the week, such as `MO,TU` or `1MO,-1FR`. */
  byday: optional(text(120)),
  /** Days of the month, such as `1,15,-1`. */
  bymonthday: optional(text(200)),
  /** Weeks of the year. */
  byweekno: optional(text(200)),
  /** Days of the year. */
  byyearday: optional(text(2000)),
  /** The day that a week begins on, such as `MO`. */
  wkst: optional(text(20)),
  /** An IANA time zone, such as `America/Chicago`. With anything else, including an offset, the hours count as unknown. */
  timezone: optional(text(80)),
  /** When it opens, as `HH:MM` in that time zone. */
  opensAt: optional(text(40)),
  /** When it closes. If that isn’t after `opensAt`, it means the next day. */
  closesAt: optional(text(40)),
  /** Closed on the days of this rule, such as holidays. */
  closed: optional(flag),
  /** The hours in words. */
  description: optional(text(1000)),
});
export type Schedule = Infer<typeof schedule>;

const serviceLocation = object(
  {
    /** HSDS location.name */
    name: optional(text(200)),
    /** HSDS address, on one line. Never use a confidential address. */
    address: optional(text(300)),
    /** HSDS address.city */
    city: optional(text(120)),
    /** HSDS address.state_province. Large lists are divided by it. It stays even if the address is confidential. */
    region: optional(text(120)),
    /** In degrees, north of the equator. */
    latitude: optional(number),
    /** In degrees, east of Greenwich. */
    longitude: optional(number),
    /** Marks the address as confidential. It’s dropped when the data is read. */
    addressConfidential: optional(flag),
    /** The hours of this location. */
    schedules: list(schedule),
    /** Accessibility of the location for people with disabilities. */
    accessibility: list(text(300)),
  },
  '',
  withoutConfidentialAddress,
);
export type Location = Infer<typeof serviceLocation>;

/** A service from a feed or a directory: an entry of a pack, plus what only feeds have. Names come from HSDS, in camelCase. */
export const service = extended(entry, {
  /** HSDS service.id, in any format. */
  id: optional(text(200)),
  name: text(300),
  organization: optional(text(300)),
  /** HSDS service.description, in lines: paragraphs, and list items that begin with `•`. */
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
  /** Whether it’s free. If left out, this isn’t known. */
  free: optional(flag),
  /** The names of the HSDS taxonomy terms, which say what the service is for. */
  taxonomyTerms: list(text(200)),
  /** The hours of the service, at any location. */
  schedules: list(schedule),
  /** Where the service is. If empty, no location is known. */
  locations: list(serviceLocation),
  /** Whether people can use it remotely: HSDS location.location_type is virtual. */
  remote: optional(flag),
  /** The names of the HSDS service areas. */
  serviceAreas: list(text(300)),
  /** HSDS service.application_process */
  applicationProcess: optional(prose(3000)),
  /** HSDS required_documents */
  requiredDocuments: list(text(300)),
  /** HSDS service.interpretation_services */
  interpretationServices: optional(text(1000)),
  /** HSDS service.alert: a notice about something unusual right now. */
  alert: optional(text(1000)),
});
export type Service = Infer<typeof service>;
