/** What `--strict` looks at beyond form: how hard texts are to read, and words that are not to be used. */
import { isSentence, measures } from '../language/readability.js';
import { textsOf } from '../language/texts.js';
import { wrongWords } from '../language/words.js';

const readers = { youth: 'young people', advocate: 'advocates' };

const kinds = {
  'labels a person': 'labels a person',
  alarms: 'can alarm',
  claims: 'claims what no website can promise',
  scores: 'sounds like a score',
  commands: 'sounds like a command or a failing to a young person',
  rescues: 'speaks of rescue',
};

/** How many of the hardest texts are named. */
const mostNamed = 5;

const languageOf = (tag) => `${tag ?? 'en'}`.trim().toLowerCase().split('-')[0];

/**
 * @param section The section that the pack is for, or `service`.
 * @param value The pack as it was read. What the default content says is not looked at.
 * @returns `found`, `{ keys, reason, sentence }`s; and `notes`, a line for each group of texts that was measured.
 */
export function strictProblems(section, value) {
  const found = [];
  const notes = [];
  const kind = section === 'service' ? 'resources' : section;
  const language = languageOf(value?.language);
  const texts = textsOf(kind, { content: value }).map((text) => ({
    ...text,
    in: text.lang ? languageOf(text.lang) : language,
  }));
  for (const text of texts) {
    if (!Object.hasOwn(measures, text.in)) continue;
    for (const [why, word] of wrongWords(text, text.in))
      found.push({
        keys: text.keys,
        reason: 'word',
        sentence: `"${word.replaceAll('*', '…')}" is a word that we never use here: it ${kinds[why]}.`,
      });
  }
  const groups = new Map();
  for (const text of texts.filter(isSentence)) {
    const group = `${text.in} ${text.audience}`;
    groups.set(group, [...(groups.get(group) ?? []), text]);
  }
  for (const [group, members] of groups) {
    const [spoken, audience] = group.split(' ');
    if (!Object.hasOwn(measures, spoken)) {
      notes.push(
        `${members.length} texts in "${spoken}" were not measured, because there is no readability measure for that language.`,
      );
      continue;
    }
    const { of, limits, holds, sign } = measures[spoken];
    const limit = limits[audience];
    const average = of(members.map(({ text }) => text));
    const scale = spoken === 'en' ? 'Flesch-Kincaid grade' : 'INFLESZ';
    notes.push(
      `For ${readers[audience]}, in "${spoken}": ${scale} ${average.toFixed(1)}, wanted ${sign} ${limit} (${members.length} texts).`,
    );
    if (holds(average, limit)) continue;
    const hardest = members
      .map((text) => ({ ...text, level: of([text.text]) }))
      .filter(({ level }) => !holds(level, limit))
      .sort((a, b) => (holds(a.level, b.level) ? 1 : -1))
      .slice(0, mostNamed);
    for (const { keys, level } of hardest)
      found.push({
        keys,
        reason: 'readability',
        sentence: `This is hard to read for ${readers[audience]}: ${scale} ${level.toFixed(1)}, wanted ${sign} ${limit} on average. Shorter sentences and words help.`,
      });
  }
  return { found, notes };
}
