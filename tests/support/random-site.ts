import fc from 'fast-check';

/** An article as a property test sees it; every text in it is marked with its number, so that leaks can be found. */
export interface RandomArticle {
  readonly n: number;
  readonly day: number;
  readonly month: number;
  readonly section: string;
  readonly tags: readonly string[];
  readonly authors: readonly string[];
  readonly series: string | null;
  readonly visibility: 'now' | 'draft' | 'embargo' | 'expired' | 'gone';
  readonly words: readonly string[];
  readonly linksTo: number | null;
  readonly picture: boolean;
  readonly more: Extras;
}

/** What an article may say besides: each is one more way for its words to get out. */
export interface Extras {
  readonly live: boolean;
  readonly source: 'none' | 'name' | 'address';
  readonly guid: boolean;
  readonly translationOf: number | null;
  readonly chart: boolean;
  /** A picture that lies beside the article's file. */
  readonly beside: boolean;
}

export const NO_EXTRAS: Extras = {
  live: false,
  source: 'none',
  guid: false,
  translationOf: null,
  chart: false,
  beside: false,
};

const extras: fc.Arbitrary<Extras> = fc.record({
  live: fc.boolean(),
  source: fc.constantFrom('none', 'none', 'name', 'address'),
  guid: fc.boolean(),
  translationOf: fc.option(fc.integer({ min: 0, max: 9 }), { freq: 2 }),
  chart: fc.boolean(),
  beside: fc.boolean(),
});

const WORDS = [
  'harbour',
  'council',
  'vote',
  'river',
  'school',
  'bus',
  'olive',
  'museum',
  'strike',
  'storm',
  'bridge',
  'choir',
];

/** One article; `visible` ones only, or of any visibility. */
export function randomArticle(n: number, visible: boolean): fc.Arbitrary<RandomArticle> {
  return fc.record({
    n: fc.constant(n),
    day: fc.integer({ min: 1, max: 20 }),
    month: fc.integer({ min: 10, max: 11 }),
    section: fc.constantFrom('', 'news', 'sport', 'news/city'),
    tags: fc.uniqueArray(fc.constantFrom('Port', 'Weather', 'Çlirimi', 'Vote'), { maxLength: 3 }),
    authors: fc.uniqueArray(fc.constantFrom('Rudina Leka', 'Arben Gjika', 'wire'), { maxLength: 2 }),
    series: fc.constantFrom(null, null, 'The river'),
    visibility: visible
      ? fc.constant('now' as const)
      : fc.constantFrom('now', 'draft', 'embargo', 'expired', 'gone'),
    words: fc.array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 30 }),
    linksTo: fc.option(fc.integer({ min: 0, max: 9 })),
    picture: fc.boolean(),
    more: extras,
  });
}

/** What the clock does to an article, in hours from a moment; null: nothing. */
export interface RandomTimes {
  readonly embargo: number | null;
  readonly expires: number | null;
  /** `true` in the front matter, or an end. */
  readonly breaking: number | 'true' | null;
  readonly updated: number | null;
  readonly corrected: number | null;
  /** A live post. */
  readonly posted: number | null;
  readonly appeared: number;
  readonly state: 'plain' | 'draft' | 'gone';
  readonly priority: number;
}

const hours = fc.option(fc.integer({ min: -100, max: 100 }), { freq: 2, nil: null });

export const randomTimes: fc.Arbitrary<RandomTimes> = fc.record({
  embargo: hours,
  expires: hours,
  breaking: fc.oneof({ weight: 3, arbitrary: hours }, { weight: 1, arbitrary: fc.constant('true' as const) }),
  updated: hours,
  corrected: hours,
  posted: hours,
  appeared: fc.integer({ min: -120, max: 60 }),
  state: fc.constantFrom('plain', 'plain', 'plain', 'plain', 'draft', 'gone'),
  priority: fc.integer({ min: 0, max: 2 }),
});

/** A curated front whose slots come and go: `[article, from, until]`. */
export type RandomSlots = readonly (readonly [n: number, from: number | null, until: number | null])[];

export const randomSlots: fc.Arbitrary<RandomSlots> = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 5 }), hours, hours)
    .map(
      ([n, from, until]) =>
        [n, from, from !== null && until !== null && until <= from ? from + 1 : until] as const,
    ),
  { maxLength: 3 },
);

const at = (now: number, inHours: number): string => new Date(now + inHours * 3_600_000).toISOString();

/** The file of an article that the clock changes. */
export function timedFile(n: number, times: RandomTimes, now: number): Record<string, string> {
  const { embargo, expires, breaking, updated, corrected, state } = times;
  const field = (name: string, value: number | null): string[] =>
    value === null ? [] : [`${name}: ${at(now, value)}`];
  const front = [
    `title: Headline ${markOf(n)}`,
    `slug: ${markOf(n)}-slug`,
    `section: ${n % 2 === 0 ? 'news' : 'sport'}`,
    `date: ${at(now, times.appeared)}`,
    `priority: ${times.priority}`,
    `aliases: [/old/${n}/, "/?p=${n}"]`,
    ...saidOf(markOf(n)),
    ...(n % 3 === 0 ? [] : [sourceOf(markOf(n), n % 3 === 1 ? 'name' : 'address')]),
    ...(n % 2 === 0 ? [`guid: "urn:old:${markOf(n)}"`] : []),
    ...(times.posted === null ? [] : [liveOf(markOf(n), at(now, times.posted))]),
    ...field('embargo', embargo),
    ...field('expires', expires),
    ...field('updated', updated),
    ...(breaking === 'true' ? ['breaking: true'] : field('breaking', breaking)),
    ...(corrected === null
      ? []
      : [`corrections: [{ date: ${at(now, corrected)}, text: Correction ${markOf(n)} }]`]),
    ...(state === 'plain' ? [] : [`${state}: true`]),
  ];
  return { [fileOf({ n })]: `---\n${front.join('\n')}\n---\n\nText ${markOf(n)} of the harbour.\n` };
}

/** `content/fronts/home.yaml` of these slots. */
export function slotsFile(slots: RandomSlots, now: number): Record<string, string> {
  const slot = ([n, from, until]: RandomSlots[number], i: number): string =>
    [
      `  - name: slot-${i}`,
      `    items: [articles/a${n}]`,
      ...(from === null ? [] : [`    from: ${at(now, from)}`]),
      ...(until === null ? [] : [`    until: ${at(now, until)}`]),
    ].join('\n');
  return slots.length === 0 ? {} : { 'content/fronts/home.yaml': `slots:\n${slots.map(slot).join('\n')}\n` };
}

/** The mark that stands in every text of article `n` and nowhere else. */
export const markOf = (n: number): string => `zq${n}mark`;

export const fileOf = ({ n }: Pick<RandomArticle, 'n'>): string => `content/articles/a${n}.md`;

/** Fields that any article can have, marked. */
const saidOf = (mark: string): string[] => [
  `kicker: Kicker ${mark}`,
  `dateline: Place ${mark}`,
  `desk_note: Note ${mark}`,
];

const sourceOf = (mark: string, said: 'name' | 'address'): string =>
  said === 'name'
    ? `source: Agency ${mark}`
    : `source: { name: Agency ${mark}, url: "https://wire.example/${mark}?a=b c" }`;

const liveOf = (mark: string, date: string): string =>
  `live: [{ date: "${date}", title: Post ${mark}, text: "It *began* ${mark}." }]`;

const drawing = (mark: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"><title>${mark}</title></svg>`;

/** The files of an article: itself, and its pictures and figures in the shared folder or beside it. */
export function filesOf(a: RandomArticle): Record<string, string> {
  const mark = markOf(a.n);
  const { more } = a;
  const hidden = {
    now: '',
    draft: 'draft: true\n',
    embargo: 'embargo: 2027-01-01T00:00:00Z\n',
    expired: 'expires: 2026-11-20\n',
    gone: 'gone: true\n',
  }[a.visibility];
  const date = `2026-${String(a.month).padStart(2, '0')}-${String(a.day).padStart(2, '0')}`;
  const front = [
    `title: Headline ${mark}`,
    `date: ${date} 08:00`,
    `slug: ${mark}-slug`,
    a.section === '' ? null : `section: ${a.section}`,
    // A tag, an author and a series that no other article has.
    `tags: [${[...a.tags, `Tag ${mark}`].join(', ')}]`,
    `authors: [${[...a.authors, `Person ${mark}`].join(', ')}]`,
    a.series === null ? null : `series: ${a.series}`,
    `summary: Summary ${mark} ${a.words.slice(0, 3).join(' ')}`,
    a.picture ? `image: { src: ${mark}.svg, alt: Alt ${mark}, credit: Credit ${mark} }` : null,
    `aliases: [/old/${mark}/, "/?p=${mark}"]`,
    ...saidOf(mark),
    more.live ? liveOf(mark, `${date} 09:00`) : null,
    more.source === 'none' ? null : sourceOf(mark, more.source),
    more.guid ? `guid: "urn:old:${mark}"` : null,
    ...(more.translationOf === null ? [] : ['lang: sq', `translationOf: articles/a${more.translationOf}`]),
    `corrections: [{ date: ${date}, text: Correction ${mark} }]`,
  ].filter((line) => line !== null);
  const other = a.linksTo;
  const link = other === null ? '' : ` See [that](a${other}.md), [once](/?p=${markOf(other)}).`;
  const blocks = [
    `Text ${mark} ${a.words.join(' ')}.${link}`,
    more.chart ? `::: chart /media/${mark}.csv\n:::` : null,
    more.beside ? `![Beside ${mark}](beside-${mark}.svg)` : null,
  ].filter((block) => block !== null);
  return {
    [fileOf(a)]: `---\n${front.join('\n')}\n${hidden}---\n\n${blocks.join('\n\n')}\n`,
    ...(a.picture && { [`content/media/${mark}.svg`]: drawing(mark) }),
    ...(more.chart && { [`content/media/${mark}.csv`]: `year,${mark}\n2025,1\n2026,2\n` }),
    ...(more.beside && { [`content/articles/beside-${mark}.svg`]: drawing(mark) }),
  };
}
