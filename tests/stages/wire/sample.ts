import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { WireDoc } from '../../../src/stages/wire/index.js';
import { termsOf } from '../../../src/text/terms.js';

const parts = z.array(z.union([z.int(), z.string()]));
const text = z.object({ title: z.string(), text: parts });
const versions = ['base', 'twin', 'cut', 'update', 'follow'] as const;

const file = z.object({
  language: z.string(),
  stories: z.record(
    z.string(),
    z.object({ sentences: z.array(z.string()), versions: z.record(z.enum(versions), text) }),
  ),
  templates: z.record(
    z.string(),
    z.array(z.object({ title: z.string(), text: z.string(), values: z.array(z.array(z.string())) })),
  ),
  columns: z.record(
    z.string(),
    z.object({ intro: z.string(), outro: z.string(), bodies: z.array(z.string()) }),
  ),
  quotes: z.record(z.string(), z.object({ quote: z.string(), articles: z.array(text) })),
});

/** What a pair of articles is to each other; the first three are versions of one story. */
export type Label =
  | 'twin'
  | 'cut'
  | 'update'
  | 'follow-up'
  | 'template'
  | 'column'
  | 'quote'
  | 'digest'
  | 'other';
export const SAME: ReadonlySet<Label> = new Set(['twin', 'cut', 'update']);

export interface Pair {
  readonly name: string;
  readonly label: Label;
  readonly a: WireDoc;
  readonly b: WireDoc;
  /** True for those on which the rule was tuned: the first of each kind in a file, and every other after it. */
  readonly tuned: boolean;
}

const START = Date.parse('2026-11-24T06:00:00Z');
const HOUR = 3_600_000;

const folder = new URL('./sample/', import.meta.url);

/** All labelled pairs: in a pair, the first is a few hours older. */
export function labelledPairs(): Pair[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => pairsOf(file.parse(parse(readFileSync(new URL(name, folder), 'utf8')))));
}

function pairsOf({ language, stories, templates, columns, quotes }: z.infer<typeof file>): Pair[] {
  const pairs: Pair[] = [];
  let hour = 0;
  const doc = (id: string, title: string, words: string): WireDoc => {
    hour += 1;
    const terms = termsOf({ title, summary: '', tags: [], text: words });
    return {
      id: `${language}/${id}`,
      key: id,
      ms: START + hour * HOUR * 0.1,
      lang: language,
      kind: 'news',
      terms,
    };
  };
  const add = (label: Label, a: WireDoc | undefined, b: WireDoc | undefined, tuned: boolean): void => {
    if (a === undefined || b === undefined) throw new Error(`${language}: a ${label} is missing`);
    pairs.push({ name: `${label}: ${a.id}, ${b.id}`, label, a, b, tuned });
  };
  const every = (label: Label, docs: readonly WireDoc[], tuned: boolean): void => {
    docs.forEach((a, i) => {
      for (const b of docs.slice(i + 1)) add(label, a, b, tuned);
    });
  };

  const bodies = Object.values(columns).flatMap((column) => column.bodies);
  let before: WireDoc | undefined;
  Object.entries(stories).forEach(([name, story], i) => {
    const tuned = i % 2 === 0;
    const sentence = (part: number | string): string =>
      typeof part === 'number' ? (story.sentences[part - 1] ?? '') : part;
    const [base, twin, cut, update, follow] = versions.map((version) => {
      const { title = '', text: of = [] } = story.versions[version] ?? {};
      return doc(`${name}/${version}`, title, of.map(sentence).join('\n'));
    });
    const others = Object.values(stories).filter((other) => other !== story);
    const week = [
      ...(story.versions.cut?.text ?? []).map(sentence),
      ...others.flatMap(({ sentences }) => sentences.slice(0, 5)),
      ...bodies,
    ];
    add('digest', cut, doc(`${name}/digest`, story.versions.cut?.title ?? '', week.join('\n')), tuned);
    add('twin', base, twin, tuned);
    add('cut', base, cut, tuned);
    add('cut', twin, cut, tuned);
    add('update', base, update, tuned);
    add('update', twin, update, tuned);
    for (const older of [base, twin, update]) add('follow-up', older, follow, tuned);
    if (before !== undefined) add('other', before, base, tuned);
    before = base;
  });
  Object.entries(templates).forEach(([name, forms], i) => {
    for (const { title, text: form, values } of forms) {
      const docs = values.map((of, n) => {
        let next = 1;
        const filled = form.replace(/\{\}/g, () => of[next++] ?? '');
        return doc(`${name}/${n}`, title.replace('{}', of[0] ?? ''), filled);
      });
      every('template', docs, i % 2 === 0);
    }
  });
  for (const [name, { intro, outro, bodies }] of Object.entries(columns)) {
    const docs = bodies.map((body, n) => doc(`${name}/${n}`, name, [intro, body, outro].join('\n')));
    add('column', docs[0], docs[1], true);
    add('column', docs[1], docs[2], false);
  }
  Object.entries(quotes).forEach(([name, { quote, articles }], i) => {
    const docs = articles.map(({ title, text: of }, n) =>
      doc(`${name}/${n}`, title, of.map((part) => (part === '$quote' ? quote : String(part))).join('\n')),
    );
    add('quote', docs[0], docs[1], i % 2 === 0);
  });
  return pairs;
}
