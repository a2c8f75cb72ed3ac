/**
 * Many services, and questions about them. Both are made from real ones, the same each time.
 *
 * There are not enough real services for a large directory, so each is taken many times. A copy has another city, and the
 * words of its name and of its description are partly exchanged for words that stand in the same field of other services:
 * so the vocabulary grows with the number of services, as it does in real directories, though more slowly.
 */

/** Numbers from 0 to 1, the same for the same seed. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const consonants = [
  'b',
  'br',
  'c',
  'ch',
  'd',
  'f',
  'g',
  'gr',
  'h',
  'j',
  'k',
  'l',
  'm',
  'n',
  'p',
  'r',
  's',
  'st',
  't',
  'v',
  'w',
];
const vowels = ['a', 'e', 'i', 'o', 'u', 'ee', 'ai'];
const endings = [
  'ton',
  'ville',
  'field',
  'burg',
  'wood',
  'ford',
  'land',
  'port',
  'dale',
  ' Springs',
  ' Falls',
  ' Park',
];

/** A place name that nobody has: which city a copy is in must not matter to anyone. */
function cityName(random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const stem =
    pick(consonants) + pick(vowels) + pick(consonants) + pick(vowels) + (random() < 0.4 ? pick(['n', 'l', 'r']) : '');
  return stem.charAt(0).toUpperCase() + stem.slice(1) + pick(endings);
}

/** As many services as are asked for. The first are the real ones. */
export function multiply(real, count, seed = 1) {
  const random = randomFrom(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const regions = [...new Set(real.flatMap(({ locations }) => locations.map(({ region }) => region)).filter(Boolean))];
  const cities = Array.from({ length: Math.max(20, Math.ceil(count / 60)) }, () => ({
    city: cityName(random),
    region: pick(regions),
    latitude: 25 + random() * 23,
    longitude: -124 + random() * 56,
  }));
  const namesOf = real.map(({ organization, name }) => (organization ?? name).split(' '));
  const services = real.slice(0, count);
  while (services.length < count) {
    const service = real[services.length % real.length];
    // A few cities are large, most are small.
    const place = cities[Math.floor(cities.length * random() ** 3)];
    const number = services.length;
    const organization = [
      pick(pick(namesOf)),
      ...(service.organization ?? service.name).split(' ').slice(1),
      place.city,
    ];
    const sentences = (service.description ?? '').split(/(?<=\.) /);
    const more = (pick(real).description ?? '').split(/(?<=\.) /);
    services.push({
      ...service,
      id: `${service.id ?? 'service'}-${number}`,
      name: random() < 0.5 ? service.name : `${pick(pick(namesOf))} ${service.name}`,
      organization: organization.join(' ').slice(0, 300),
      description: [...sentences, pick(more)].join(' ').trim().slice(0, 4000) || undefined,
      locations: service.locations.map((location) => ({
        ...location,
        city: place.city,
        region: place.region,
        latitude: Number((place.latitude + random() / 5).toFixed(5)),
        longitude: Number((place.longitude + random() / 5).toFixed(5)),
        ...(location.address && {
          address: `${1 + Math.floor(random() * 9000)} ${location.address.replace(/^\d+ /, '')}`,
        }),
      })),
    });
  }
  return services;
}

const words = (text) => text.toLowerCase().match(/[a-z]{3,}/g) ?? [];

/** Breaks a word as fingers do: a letter is left out, doubled, replaced by its neighbor on the keyboard, or swapped with the next. */
function misspell(word, random) {
  const keyboard = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
  const at = 1 + Math.floor(random() * (word.length - 2));
  const row = keyboard.find((letters) => letters.includes(word[at]));
  const beside = row[row.indexOf(word[at]) + 1] ?? row[row.indexOf(word[at]) - 1];
  const kind = Math.floor(random() * 4);
  if (kind === 0) return word.slice(0, at) + word.slice(at + 1);
  if (kind === 1) return word.slice(0, at) + word[at] + word.slice(at);
  if (kind === 2) return word.slice(0, at) + beside + word.slice(at + 1);
  const swapped = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  return swapped === word ? word.slice(0, at) + word.slice(at + 1) : swapped;
}

/**
 * Questions as people put them: a word or three of a service's name, of what it is for, of its place. Four in ten have one
 * word misspelled, of five letters or more. Each names the service that it was made from.
 */
export function questions(services, count = 200, seed = 2) {
  const random = randomFrom(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const list = [];
  while (list.length < count) {
    const target = Math.floor(random() * services.length);
    const { name, organization = '', description = '', locations } = services[target];
    const kind = random();
    const [named, about] = [words(`${name} ${organization}`), words(description).filter((word) => word.length > 4)];
    const city = words(locations[0]?.city ?? '');
    if (named.length < 1 || !about.length) continue;
    const chosen =
      kind < 0.3
        ? named.slice(0, 1 + Math.floor(random() * 3))
        : kind < 0.6
          ? [pick(about), ...(random() < 0.6 ? [pick(about)] : [])]
          : kind < 0.8
            ? [pick(named), ...city]
            : [pick(named), pick(about)];
    const unique = [...new Set(chosen)];
    const typo = list.length % 5 < 2;
    const long = unique.filter((word) => word.length >= 5);
    if (typo && !long.length) continue;
    const wrong = typo ? pick(long) : '';
    const text = unique.map((word) => (word === wrong ? misspell(word, random) : word)).join(' ');
    list.push({ text, meant: unique.join(' '), typo, target });
  }
  return list;
}
