import { assetPart, fragmentPart, type RendererInput } from '../stages/render/index.js';
import { contentHash } from '../text/hash.js';
import { byText } from '../text/order.js';

/** What a page was made of when it was last published. */
export interface PageRecord {
  /** Of the page packed: all of it, so that nobody has to know which part of it a template reads. */
  readonly view: string;
  /** The key of its texts; empty where it has none. */
  readonly text: string;
  /** The templates and assets that it reached; absent ones that it asked for too. */
  readonly reached: readonly string[];
  /** Of the sources of these. */
  readonly sources: string;
  /** Of the output. */
  readonly hash: string;
}

/** What an edition was made from, by hashes: for telling what is another than before. */
export interface Ingredients {
  /** `site` and `texts`, which every template may read; templates and assets by the names by which pages reach them. */
  readonly parts: ReadonlyMap<string, string>;
  /** Files of `content/`, by path. */
  readonly files: ReadonlyMap<string, string>;
  /** Names a set of templates in which nothing was found to be wrong; null where something was. */
  readonly sound: string | null;
}

/**
 * What pages were made of the last time, by path. A cache: what is forgotten or damaged counts as absent, and the page
 * is rendered. What made the pages (the release, Node and its language data) is its version.
 */
export interface PageMemory {
  /** Null where nothing is remembered. */
  readonly last: Ingredients | null;
  get(path: string): PageRecord | null;
  put(path: string, record: PageRecord): void;
  /** The pages that were put since the last time are what is published now; all others are forgotten. */
  save(made: Ingredients): void;
}

/** Says of what pages are made, under one set of templates. */
export interface PageKeys {
  readonly parts: ReadonlyMap<string, string>;
  view(packed: string): string;
  /** Of the sources of what was reached, as they are now. */
  sources(reached: readonly string[]): string;
}

export function pageKeys({
  templates,
  texts,
  site,
  sites,
  assets,
  policy,
  fragments,
}: RendererInput): PageKeys {
  const parts = new Map([
    ['site', contentHash(JSON.stringify([sites === undefined ? site : [...sites], policy]))],
    ['texts', contentHash(JSON.stringify([...texts].sort(first)))],
    ...[...templates].map(([name, source]) => [name, contentHash(source)] as const),
    ...[...assets].map(([name, url]) => [assetPart(name), url] as const),
    ...[...(fragments?.urls.values() ?? [])]
      .flatMap((urls) => [...urls.values()])
      .map((url) => [fragmentPart(url), contentHash(fragments?.html.get(url) ?? '')] as const),
  ]);
  const known = new Map<string, string>();
  return {
    parts,
    view: contentHash,
    sources(names) {
      // Pages of one kind reach the same, nearly always.
      const list = names.join('\0');
      let hash = known.get(list);
      if (hash === undefined) {
        hash = contentHash(JSON.stringify(names.map((name) => [name, parts.get(name) ?? null])));
        known.set(list, hash);
      }
      return hash;
    },
  };
}

/** Parts that every template may read. */
export const EVERYWHERE = ['site', 'texts'] as const;

const first = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => byText(a, b);
