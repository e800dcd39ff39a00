import type { RelateDoc } from '../../../src/stages/relate/index.js';
import { termsOf } from '../../../src/text/terms.js';

interface Written extends Partial<Omit<RelateDoc, 'terms' | 'day' | 'key'>> {
  readonly id: string;
  readonly day?: string;
  readonly title?: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly text?: string;
}

/** An article as relating sees it; all that a test doesn't care about has a default. */
export function article({ title = '', summary = '', tags = [], text = '', ...rest }: Written): RelateDoc {
  const day = rest.day ?? '2026-11-01';
  return {
    key: JSON.stringify([title, summary, tags, text, day]),
    ms: Date.parse(`${day}T00:00:00Z`),
    day,
    lang: 'en',
    terms: termsOf({ title, summary, tags, text }),
    pinned: [],
    groups: [],
    translations: [],
    excluded: [],
    allowed: true,
    listed: true,
    ...rest,
  };
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A made-up archive: `count` articles of 40 words, one after the other over some years, in stories of about ten. */
export function archive(count: number, seed = 1): RelateDoc[] {
  const random = numbers(seed);
  const word = (): string => `w${Math.floor(400 * random() ** 3)}`;
  return Array.from({ length: count }, (_, n) => {
    const story = Math.floor((random() * count) / 10);
    const words = Array.from({ length: 40 }, () =>
      random() < 0.2 ? `s${story}x${Math.floor(random() * 5)}` : word(),
    );
    const ms = Date.UTC(2020, 0, 1) + n * 36 * 3_600_000;
    return article({
      id: `a${String(n).padStart(5, '0')}`,
      ms,
      day: new Date(ms).toISOString().slice(0, 10),
      title: words.slice(0, 6).join(' '),
      text: words.join(' '),
    });
  });
}

/** The ids of a list. */
export const ids = (list: readonly { readonly id: string }[] | undefined): string[] =>
  (list ?? []).map(({ id }) => id);
