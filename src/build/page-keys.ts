import type { RendererInput } from '../stages/render/index.js';
import { contentHash } from '../text/hash.js';
import { byText } from '../text/order.js';

/** What a page was made of when it was last published. */
export interface PageRecord {
  /** Of the page and its texts, and of what every template sees. */
  readonly key: string;
  /** The templates that it reached; absent ones that it asked for too. */
  readonly templates: readonly string[];
  /** Of the sources of these templates. */
  readonly sources: string;
  /** Of the output. */
  readonly hash: string;
}

/**
 * What pages were made of the last time, by path. A cache: what is forgotten or damaged counts as absent, and the page
 * is rendered. What made the pages (the release, Node and its language data) is its version.
 */
export interface PageMemory {
  get(path: string): PageRecord | null;
  put(path: string, record: PageRecord): void;
  /** The pages that were put since the last time are what is published now; all others are forgotten. */
  save(): void;
}

/** Says of what pages are made, under one set of templates. */
export interface PageKeys {
  /**
   * @param page the page packed: all of it, so that nobody has to know which part of it a template reads
   * @param texts the key of the page's texts
   */
  key(page: string, texts: string): string;
  /** Of the sources of these templates, as they are now. */
  sources(templates: readonly string[]): string;
}

export function pageKeys({ templates, texts, site, assets }: RendererInput): PageKeys {
  // Every template may read these.
  const everywhere = contentHash(JSON.stringify([[...texts].sort(first), site, [...assets].sort(first)]));
  const hashes = new Map([...templates].map(([name, source]) => [name, contentHash(source)]));
  const known = new Map<string, string>();
  return {
    key: (page, textsKey) => contentHash(`${everywhere}\n${textsKey}\n${page}`),
    sources(names) {
      // Pages of one kind reach the same templates, nearly always.
      const list = names.join('\0');
      let hash = known.get(list);
      if (hash === undefined) {
        hash = contentHash(JSON.stringify(names.map((name) => [name, hashes.get(name) ?? null])));
        known.set(list, hash);
      }
      return hash;
    },
  };
}

const first = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => byText(a, b);
