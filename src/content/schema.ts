import {
  choice,
  date,
  extended,
  flag,
  id,
  link,
  list,
  number,
  object,
  optional,
  phone,
  prose,
  text,
  whole,
  type Infer,
} from '../schema/parse.js';

// What each section of the content is. The types, the parser's rules and the JSON Schemas in `schemas/` are made from this.
// The comments on the keys become the descriptions there.
// Optional fields that the sources say nothing about are empty in our own content and are there for an agency's.

/** One sentence or two. */
export const statement = object(
  {
    /** Names the statement for good: translations and links hang on it. */
    id: optional(id),
    /** Plain text, one sentence or two. */
    text: text(),
    /** Ids of the source facts that the statement rests on. */
    facts: list(text()),
    /** The language of the text, where it differs from the rest. */
    lang: optional(text()),
  },
  'text',
);
export type Statement = Infer<typeof statement>;

const title = text(120);
export const statements = list(statement);
export const language = optional(text());

const stage = object({
  id,
  /** What the stage is called. */
  name: text(80),
  /** What may be seen in this stage. */
  signs: statements,
  /** What someone beside the person can do. */
  help: statements,
  /** Signs that the agency adds from its own practice. Shown apart from the sources' signs. */
  ownSigns: statements,
  /** Words that the agency suggests saying. */
  phrases: statements,
  /** What is particular to the place: law, teams, routes. */
  localNotes: statements,
  lang: optional(text()),
});
export type Stage = Infer<typeof stage>;

/** `stage-guide`: the stages of change. */
export const stages = object({
  language,
  title,
  /** What to know about the stages as a whole. */
  intro: statements,
  /** Says that the cycle can happen once or many times. Stands in the middle of the drawing. */
  again: statement,
  /** In the order of the cycle. The drawing is made for five; other numbers are shown as a list. */
  stages: list(stage),
});

const idea = object({
  id,
  /** The idea as said to an advocate. */
  advocate: text(),
  /** The idea as said to the young person. */
  youth: text(),
  /** Shown to a young person only where the page turns `harm-reduction` on. */
  harmReduction: optional(flag),
  facts: list(text()),
  lang: optional(text()),
});
export type Idea = Infer<typeof idea>;

const now = object({
  id,
  /** Where somebody can be, in words that they could say of themselves. */
  text: text(),
  facts: list(text()),
  lang: optional(text()),
});

/** `safety-checklist`: starter ideas for an individual safety plan. */
export const safetyPlan = object({
  language,
  advocateTitle: title,
  youthTitle: title,
  /** What to know before planning, said to an advocate. */
  advocateIntro: statements,
  /** What to know before planning, said to the young person. */
  youthIntro: statements,
  /** Where the person can say that they are now. Each can be chosen or left; none is ever taken for granted. */
  now: list(now),
  /** Open offers. Each can be taken, changed or left. */
  ideas: list(idea),
  /** Says that the ideas are examples. */
  more: statement,
});

const offer = object({
  id,
  /** The idea, as the person could write it. */
  text: text(),
  facts: list(text()),
  lang: optional(text()),
});

/** `options-explorer`: how a young person looks at options. */
export const options = object({
  language,
  title,
  /** What to know before looking at options. */
  intro: statements,
  /** Options that the agency knows of. Each can be taken, changed or left. */
  ideas: list(offer),
  /** What is particular to the place. */
  localNotes: statements,
});

/** `goal-planner`: goals in a person's own words. */
export const goals = object({
  language,
  title,
  /** What to know before writing down goals. */
  intro: statements,
  /** Goals that the agency offers to start from. Each can be taken, changed or left. */
  ideas: list(offer),
  /** What is particular to the place. */
  localNotes: statements,
});

const area = object({
  id,
  /** What the area is called. */
  name: text(80),
  lang: optional(text()),
});

const lens = object({
  id,
  /** What the lens is called. */
  name: text(80),
  /** What one sees through it. */
  about: statement,
  lang: optional(text()),
});

const question = object({
  id,
  /** The `id` of the area that it belongs to. */
  area: id,
  /** The `id` of the lens that it looks through. */
  lens: id,
  /** An open question to an advocate. */
  text: text(),
  facts: list(text()),
  lang: optional(text()),
});
export type Question = Infer<typeof question>;

/** `practice-check`: open questions to an advocate about their own practice. */
export const practice = object({
  language,
  title,
  /** What to know before looking at one's practice. */
  intro: statements,
  areas: list(area),
  lenses: list(lens),
  questions: list(question),
  /** Questions that the agency adds. Shown after the others. */
  ownQuestions: list(question),
});

const servicePhone = object({
  /** As people write it. Short codes stay short: 988, 233733. */
  number: phone,
  /** Digits only. */
  extension: optional(text(10)),
  /** HSDS phone types that this library knows. */
  type: choice('voice', 'text', 'textphone'),
  /** What to write in the message, for a text line that asks for a keyword. */
  keyword: optional(text(40)),
  /** HSDS phone.description, such as `After hours`. */
  description: optional(text(300)),
});

// The address goes on any sign that it is confidential, also where the flag is not a plain true or false: no later layer has it.
function withoutConfidentialAddress(read: Record<string, unknown>, given: Readonly<Record<string, unknown>>): void {
  if (!(given['addressConfidential'] || read['addressConfidential'])) return;
  for (const key of ['address', 'city', 'latitude', 'longitude']) delete read[key];
  read['addressConfidential'] = true;
}

/** A service or organisation as an agency writes it into a pack: in the words of the Human Services Data Specification (HSDS) in camelCase, and a few of our own. */
export const entry = object(
  {
    id: optional(id),
    /** HSDS service.name */
    name: text(160),
    /** HSDS organization.name, where it differs. */
    organization: optional(text(160)),
    /** HSDS service.description, plain text. */
    description: optional(text(1200)),
    /** HSDS service.url */
    url: optional(link),
    /** HSDS service.phones */
    phones: list(servicePhone),
    /** Where a chat with the service opens. Not part of HSDS. */
    chatUrl: optional(link),
    /** HSDS address, in one line. Never a confidential one. */
    address: optional(text(300)),
    /** The address is withheld: it is dropped when the data is read. */
    addressConfidential: optional(flag),
    /** HSDS languages, as BCP 47 tags. */
    languages: list(text()),
    /** HSDS service.minimum_age, in years. */
    minimumAge: optional(whole),
    /** HSDS service.maximum_age, in years. */
    maximumAge: optional(whole),
    /** HSDS service.eligibility_description */
    eligibilityDescription: optional(text()),
    /** HSDS service.fees_description */
    feesDescription: optional(text()),
    /** HSDS schedule.description: opening hours in words. */
    hoursDescription: optional(text()),
    /** What the service may have to report. Shown before the links. Not part of HSDS. */
    reporting: optional(text()),
    /** HSDS service.assured_date: the day somebody last checked all this. Empty: nobody did. */
    assuredDate: optional(date),
    /** Where the entry comes from. */
    source: optional(text(200)),
    /** What a reader has to know about the entry, such as where sources differ. */
    notes: statements,
    facts: list(text()),
    lang: optional(text()),
  },
  '',
  withoutConfidentialAddress,
);
export type Entry = Infer<typeof entry>;

/** `resource-card`: the bundled organisations and lines. */
export const resources = object({ language, resources: list(entry) });

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

/** `resource-directory`: what there is to say around the services. */
export const directory = object({
  /** What to know before searching. */
  intro: statements,
});

const source = object({
  id: text(20),
  /** The document's own title. */
  name: text(160),
  /** Who wrote it, for whom, with whose money. */
  credits: statements,
  lang: optional(text()),
});

const basis = object({
  element: id,
  /** Ids of the sources that the words of the element rest on. */
  sources: list(text()),
  /** The day the words were written. */
  written: date,
  /** The day somebody outside the project reviewed them. Empty: nobody did. */
  reviewed: optional(date),
});

const definition = object({
  id,
  /** The document that says so, by its own title. */
  source: text(160),
  /** What it says. */
  says: statements,
  lang: optional(text()),
});

const law = object({
  id,
  /** Where the law holds, and only there. */
  place: text(120),
  /** Its name or number. */
  name: text(160),
  /** When it is from, in words. */
  dated: text(80),
  /** What it says. */
  says: statements,
  facts: list(text()),
  lang: optional(text()),
});
export type Law = Infer<typeof law>;

const primerSection = object({
  id,
  /** The heading of the section. */
  name: text(120),
  /** What each source says where they differ. Shown side by side. */
  definitions: list(definition),
  /** What there is to say, in paragraphs. */
  text: statements,
  /** What there is to list. Stands below the paragraphs. */
  points: statements,
  /** Laws, each with the place where it holds and its date. */
  laws: list(law),
  /** Points that the agency adds, such as its own signs or forms. Shown apart from the sources' points. */
  ownPoints: statements,
  /** Laws that the agency adds, each with the place where it holds and its date. */
  ownLaws: list(law),
  /** What the agency has to say about the section, in paragraphs. */
  ownNotes: statements,
  lang: optional(text()),
});
export type PrimerSection = Infer<typeof primerSection>;

/** `csec-primer`: what commercial sexual exploitation of children is. */
export const primer = object({
  language,
  title,
  /** In the order in which they are shown. `section` and `sections` name them by their ids. */
  sections: list(primerSection),
});

const principle = object({
  id,
  /** What the principle is called. */
  name: text(80),
  /** What it means, in one sentence or two. */
  meaning: text(),
  /** Examples that the agency adds from its own practice. */
  examples: statements,
  facts: list(text()),
  lang: optional(text()),
});
export type Principle = Infer<typeof principle>;

const principleSet = object({
  id,
  /** What the principles of the set have in common. */
  name: text(120),
  principles: list(principle),
  lang: optional(text()),
});
export type PrincipleSet = Infer<typeof principleSet>;

/** `practice-principles`: what guides those who respond. */
export const principles = object({
  language,
  title,
  /** Why there are principles at all. */
  philosophy: statements,
  /** In the order in which they are shown. `set` names one of them by its id. */
  sets: list(principleSet),
  /** Where the principles come from. A printed sheet has no other page to say it. */
  credits: statements,
});

/** `source-note`: where the words come from. */
export const sources = object({
  language,
  title,
  sources: list(source),
  /** What is not to be inferred. */
  disclaimer: statements,
  /** On what terms the words and the code can be used. */
  licence: statements,
  /** Which element rests on which source. */
  elements: list(basis),
});
