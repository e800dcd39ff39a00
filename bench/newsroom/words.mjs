// A made-up language: words whose use follows Zipf's law, short ones most often, and names of people and places.

const ONSETS = 'b d f g h j k l m n p r s t v z br dr kr gl pl st sh tr th'.split(' ');
const VOWELS = 'a e i o u a e i o ai ou ë'.split(' ');
const CODAS = ' , , , ,n,r,s,l,t,m,k,nd,st'.split(',').map((coda) => coda.trim());
/** Words that YAML or a template takes for something else than text. */
const RESERVED = ['no', 'on', 'yes', 'off', 'true', 'false', 'null', 'nan'];

const VOCABULARY = 60_000;
const DRAWS = 1 << 20;

/** A stream of numbers from 0 up to 1, the same for the same keys on every machine. */
export function numbers(...keys) {
  let state = 0x9e3779b9;
  for (const key of keys) state = Math.imul(state ^ key, 0x85ebca6b) ^ (state >>> 13);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const pick = (list, random) => list[Math.floor(random() * list.length)];

/** Draws ranks by Zipf's law with one look into a table: `ranks[random]` is the rank at that part of the whole. */
export function zipf(size, flat = 2.7, draws = DRAWS) {
  const ranks = new Uint16Array(draws);
  let sum = 0;
  for (let rank = 0; rank < size; rank++) sum += 1 / (rank + flat);
  let reached = 0;
  let at = 0;
  for (let rank = 0; rank < size; rank++) {
    reached += 1 / (rank + flat) / sum;
    for (; at < draws && at < reached * draws; at++) ranks[at] = rank;
  }
  ranks.fill(size - 1, at);
  return (random) => ranks[Math.floor(random() * draws)];
}

export const capital = (word) => word[0].toUpperCase() + word.slice(1);

function newWord(syllables, random, taken) {
  for (let length = syllables; ; length++) {
    let word = '';
    for (let i = 0; i < length; i++)
      word += pick(ONSETS, random) + pick(VOWELS, random) + pick(CODAS, random);
    if (taken.has(word)) continue;
    taken.add(word);
    return word;
  }
}

/** The language of one seed. */
export function createLanguage(seed, { people, places, tags }) {
  const random = numbers(seed, 1);
  const taken = new Set(RESERVED);
  const words = Array.from({ length: VOCABULARY }, (_, rank) =>
    newWord(rank < 60 ? 1 : rank < 3000 ? 2 : 2 + Math.floor(random() * 2), random, taken),
  );
  const first = Array.from({ length: 120 }, () => capital(newWord(2, random, taken)));
  return {
    words,
    drawWord: zipf(VOCABULARY),
    people: unique(people, () => `${pick(first, random)} ${capital(newWord(2, random, taken))}`),
    places: unique(places, () => capital(newWord(2, random, taken))),
    tags: unique(tags, (at) =>
      at % 3 === 0 ? `${words[60 + (at % 900)]} ${newWord(2, random, taken)}` : newWord(3, random, taken),
    ),
  };
}

const unique = (count, make) => [...new Set(Array.from({ length: count }, (_, at) => make(at)))];
