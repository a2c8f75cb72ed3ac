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
    /** Permanent id; translations and links depend on it. */
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

const sign = extended(statement, {
  /** Whether it is about how they see their situation or about what they do. Left out: it stands under neither. */
  kind: optional(choice('seeing', 'doing')),
});
export type Sign = Infer<typeof sign>;

const stage = object({
  id,
  /** What the stage is called. */
  name: text(80),
  /** What may be seen in this stage. */
  signs: list(sign),
  /** What someone beside the person can do. */
  help: statements,
  /** Signs that the agency adds from its own practice. Shown apart from the sources' signs. */
  ownSigns: statements,
  /** Words that the agency suggests saying. */
  phrases: statements,
  /** Local details: laws, teams, referral routes. */
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
export function withoutConfidentialAddress(
  read: Record<string, unknown>,
  given: Readonly<Record<string, unknown>>,
): void {
  if (!(given['addressConfidential'] || read['addressConfidential'])) return;
  for (const key of ['address', 'city', 'latitude', 'longitude']) delete read[key];
  read['addressConfidential'] = true;
}

/** A service or organization as an agency writes it into a pack: in the words of the Human Services Data Specification (HSDS) in camelCase, and a few of our own. */
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
    /** Where a chat with the service opens, if that is not its website. Not part of HSDS. */
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
    /** What the service may have to report, and to whom. Shown before the links. Empty: the card says that this is not known. Not part of HSDS. */
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

/** `resource-card`: the bundled organizations and lines. */
export const resources = object({ language, resources: list(entry) });

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
export type Primer = Infer<typeof primer>;

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
