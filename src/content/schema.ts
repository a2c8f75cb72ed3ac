import {
  choice,
  date,
  extended,
  flag,
  id,
  link,
  list,
  object,
  optional,
  phone,
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
    /** A permanent id. Translations and links depend on it. */
    id: optional(id),
    /** Plain text, in one or two sentences. */
    text: text(),
    /** Ids of the source facts that the statement is based on. */
    facts: list(text()),
    /** The language of the text, if it differs from the rest. */
    lang: optional(text()),
  },
  'text',
);
export type Statement = Infer<typeof statement>;

const title = text(120);
export const statements = list(statement);
export const language = optional(text());

const sign = extended(statement, {
  /** Whether it’s about how they see their situation or about what they do. If left out, it’s listed under neither. */
  kind: optional(choice('seeing', 'doing')),
});
export type Sign = Infer<typeof sign>;

const stage = object({
  id,
  /** What the stage is called. */
  name: text(80),
  /** What you may notice in this stage. */
  signs: list(sign),
  /** What someone beside the person can do. */
  help: statements,
  /** Signs that the agency adds from its own practice. Shown separately from the signs in the sources. */
  ownSigns: statements,
  /** Words that the agency suggests. */
  phrases: statements,
  /** Local details, such as laws, teams, and where to refer people. */
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
  /** Says that the cycle can happen once or many times. Shown in the middle of the drawing. */
  again: statement,
  /** The stages, in the order of the cycle. The drawing has five; any other number is shown as a list. */
  stages: list(stage),
});

const idea = object({
  id,
  /** The idea, worded for an advocate. */
  advocate: text(),
  /** The idea, worded for the young person. */
  youth: text(),
  /** Shown to a young person only if the page turns on `harm-reduction`. */
  harmReduction: optional(flag),
  facts: list(text()),
  lang: optional(text()),
});
export type Idea = Infer<typeof idea>;

const now = object({
  id,
  /** Where someone may be, in words they could use themselves. */
  text: text(),
  /** The same, worded for an advocate. If empty, an advocate sees the text. */
  advocate: optional(text()),
  facts: list(text()),
  lang: optional(text()),
});

/** `safety-checklist`: starter ideas for an individual safety plan. */
export const safetyPlan = object({
  language,
  advocateTitle: title,
  youthTitle: title,
  /** What to know before planning, worded for an advocate. */
  advocateIntro: statements,
  /** What to know before planning, worded for the young person. */
  youthIntro: statements,
  /** Where the person can say they are now. Each is optional, and none is assumed. */
  now: list(now),
  /** Ideas to offer. People can use, change, or skip each one. */
  ideas: list(idea),
  /** A line that says the ideas are examples. */
  more: statement,
});

const offer = object({
  id,
  /** The idea, as the person might write it. */
  text: text(),
  facts: list(text()),
  lang: optional(text()),
});

/** `options-explorer`: helps a young person think through options. */
export const options = object({
  language,
  title,
  /** What to know before thinking through options. */
  intro: statements,
  /** Options that the agency knows about. People can use, change, or skip each one. */
  ideas: list(offer),
  /** Local details. */
  localNotes: statements,
});

/** `goal-planner`: goals in a person's own words. */
export const goals = object({
  language,
  title,
  /** What to know before writing down goals. */
  intro: statements,
  /** Goals that the agency offers as a start. People can use, change, or skip each one. */
  ideas: list(offer),
  /** Local details. */
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
  /** What this lens shows. */
  about: statement,
  lang: optional(text()),
});

const question = object({
  id,
  /** The `id` of the question’s area. */
  area: id,
  /** The `id` of the question’s lens. */
  lens: id,
  /** An open question for an advocate. */
  text: text(),
  facts: list(text()),
  lang: optional(text()),
});
export type Question = Infer<typeof question>;

/** `practice-check`: open questions for advocates about their own practice. */
export const practice = object({
  language,
  title,
  /** What to know before reflecting. */
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
  /** What to write in the message, if the text line asks for a keyword. */
  keyword: optional(text(40)),
  /** HSDS phone.description, such as `After hours`. */
  description: optional(text(300)),
});

// The address goes on any sign that it is confidential, also where the flag is not a plain true or false: no later layer has it.
export function withoutConfidentialAddress(
  read: Record<string, unknown>,
  given: Readonly<Record<string, unknown>>,
): void {
  if (!(given['addressConfidential'] || read['addressConfidential'])) return;
  for (const key of ['address', 'city', 'latitude', 'longitude']) delete read[key];
  read['addressConfidential'] = true;
}

/** A service or organization as an agency writes it in a pack. Names come from the Human Services Data Specification (HSDS), in camelCase, plus a few of our own. */
export const entry = object(
  {
    id: optional(id),
    /** HSDS service.name */
    name: text(160),
    /** HSDS organization.name, if it’s different. */
    organization: optional(text(160)),
    /** HSDS service.description, plain text. */
    description: optional(text(1200)),
    /** HSDS service.url */
    url: optional(link),
    /** HSDS service.phones */
    phones: list(servicePhone),
    /** The page where a chat with the service opens, if that isn’t simply its website. Not part of HSDS. */
    chatUrl: optional(link),
    /** HSDS address, on one line. Never use a confidential address. */
    address: optional(text(300)),
    /** Marks the address as confidential. It’s dropped when the data is read. */
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
    /** HSDS schedule.description: the hours, in words. */
    hoursDescription: optional(text()),
    /** What the service may have to report, and to whom. Shown above the links. If empty, the card says that this isn’t known. Not part of HSDS. */
    reporting: optional(text()),
    /** HSDS service.assured_date: the date when someone last confirmed these details. If empty, no one has. */
    assuredDate: optional(date),
    /** Where the entry comes from. */
    source: optional(text(200)),
    /** What readers need to know about the entry, such as where sources differ. */
    notes: statements,
    facts: list(text()),
    lang: optional(text()),
  },
  '',
  withoutConfidentialAddress,
);
export type Entry = Infer<typeof entry>;

/** `resource-card`: the organizations and hotlines that come with the library. */
export const resources = object({ language, resources: list(entry) });

/** `resource-directory`: the text around the services. */
export const directory = object({
  /** What to know before searching. */
  intro: statements,
});

const source = object({
  id: text(20),
  /** The document's own title. */
  name: text(160),
  /** Who wrote it, who it was written for, and who paid for it. */
  credits: statements,
  lang: optional(text()),
});

const basis = object({
  element: id,
  /** Ids of the sources that the element’s words are based on. */
  sources: list(text()),
  /** The date when the words were written. */
  written: date,
  /** The date when someone outside the project reviewed them. If empty, no one has. */
  reviewed: optional(date),
});

const definition = object({
  id,
  /** The title of the document that says this. */
  source: text(160),
  /** What it says. */
  says: statements,
  lang: optional(text()),
});

const law = object({
  id,
  /** The place where the law applies. It applies only there. */
  place: text(120),
  /** Its name or number. */
  name: text(160),
  /** The date of the law, in words. */
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
  /** What each source says, if they differ. Shown side by side. */
  definitions: list(definition),
  /** The text, in paragraphs. */
  text: statements,
  /** The list below the paragraphs. */
  points: statements,
  /** Laws, each with its place and date. */
  laws: list(law),
  /** Points that the agency adds, such as its own signs or forms. Shown separately from the points in the sources. */
  ownPoints: statements,
  /** Laws that the agency adds, each with its place and date. */
  ownLaws: list(law),
  /** What the agency adds to the section, in paragraphs. */
  ownNotes: statements,
  lang: optional(text()),
});
export type PrimerSection = Infer<typeof primerSection>;

/** `csec-primer`: what commercial sexual exploitation of children is. */
export const primer = object({
  language,
  title,
  /** The sections, in the order they’re shown. `section` and `sections` refer to their ids. */
  sections: list(primerSection),
});
export type Primer = Infer<typeof primer>;

const principle = object({
  id,
  /** What the principle is called. */
  name: text(80),
  /** What it means, in one or two sentences. */
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

/** `practice-principles`: principles for anyone who responds. */
export const principles = object({
  language,
  title,
  /** Why these principles matter. */
  philosophy: statements,
  /** The sets, in the order they’re shown. `set` refers to one by its id. */
  sets: list(principleSet),
  /** Where the principles come from, so that a printed page says so, too. */
  credits: statements,
});

/** `source-note`: where the words come from. */
export const sources = object({
  language,
  title,
  sources: list(source),
  /** What readers shouldn’t assume, such as an endorsement. */
  disclaimer: statements,
  /** The terms for using the words and the code. */
  licence: statements,
  /** Which sources each element is based on. */
  elements: list(basis),
});
