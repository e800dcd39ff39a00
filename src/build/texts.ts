import type { ParsedArticle, Terms } from '../model/article.js';
import type { Page, PageBody } from '../model/page.js';
import type { Parser } from '../stages/parse/index.js';
import { contentHash } from '../text/hash.js';
import type { Ports } from './ports.js';

/**
 * The HTML of texts, by the keys that pages name (`file`, and `file#n` for the n-th live post). Articles' texts lie
 * in the store and are fetched for one page at a time; the few of profiles and standing pages are kept.
 */
export interface Texts {
  /** The text of an article is in the store under this key. */
  article(file: string, key: string): void;
  keep(file: string, html: string): void;
  /** The text of a page, and of its live posts. */
  ofPage(page: Page): Promise<readonly string[]>;
  /** The text of an article, and of its live posts. */
  ofArticle(file: string): Promise<readonly string[]>;
  /** The words of these articles, for as long as what is given is held. */
  words(files: Iterable<string>): Promise<WordsOf>;
  /** The key of an article's parse: equal keys, equal texts and words. */
  keyOfArticle(file: string): string;
  /** What the texts of a page follow from: equal keys, equal texts. */
  keyOf(page: Page): string;
  /** The raw HTML of each of these texts, by key. */
  ofBodies(bodies: readonly PageBody[]): Promise<ReadonlyMap<string, string>>;
}

/** Gives the words of an article by its file. */
export type WordsOf = (file: string) => Terms;

/** Articles whose words are read before others have a turn: a few milliseconds. */
const MOST_AT_A_TIME = 200;

export function createTexts(
  ports: Pick<Ports, 'store' | 'files' | 'turn'>,
  parser: Parser | null = null,
): Texts {
  const stored = new Map<string, string>();
  const kept = new Map<string, string>();

  /** The store may have forgotten a text since its head was read; then the file is parsed once more. */
  const parsedAgain = async (file: string): Promise<ParsedArticle> => {
    const again = parser?.article(file, await ports.files.read(file)).value;
    if (again === null || again === undefined)
      throw new Error(`The text of ${file} changed during the build.`);
    return again;
  };
  const bodies = async (file: string, key: string): Promise<readonly string[]> => {
    const known = ports.store.bodies(key);
    if (known !== null) return known;
    const again = await parsedAgain(file);
    return [again.body.html, ...again.article.live.map((post) => post.body.html)];
  };

  const textOf = async (name: string): Promise<string> => {
    const whole = kept.get(name);
    if (whole !== undefined) return whole;
    const file = stored.has(name) ? name : name.slice(0, name.lastIndexOf('#'));
    const texts = await bodies(file, stored.get(file) ?? '');
    return texts[file === name ? 0 : Number(name.slice(file.length + 1)) + 1] ?? '';
  };

  return {
    article: (file, key) => void stored.set(file, key),
    keep: (file, html) => void kept.set(file, html),
    async ofPage({ body }) {
      if (body === null) return [];
      const key = stored.get(body.key);
      return key === undefined ? [kept.get(body.key) ?? ''] : bodies(body.key, key);
    },
    async ofArticle(file) {
      return bodies(file, stored.get(file) ?? '');
    },
    async words(files) {
      const wanted = new Set(files);
      const all = new Map<string, Terms>();
      // In the order in which they were put: in another, the store would look for each by itself.
      for (const [file, key] of stored) {
        if (!wanted.has(file)) continue;
        if (all.size % MOST_AT_A_TIME === 0) await ports.turn?.();
        all.set(file, ports.store.words(key) ?? (await parsedAgain(file)).terms);
      }
      return (file) => {
        const words = all.get(file);
        if (words === undefined) throw new Error(`Nobody has asked for the words of ${file}.`);
        return words;
      };
    },
    keyOfArticle(file) {
      const key = stored.get(file);
      if (key === undefined) throw new Error(`${file} is no article that was read.`);
      return key;
    },
    keyOf({ body }) {
      if (body === null) return '';
      return stored.get(body.key) ?? contentHash(kept.get(body.key) ?? '');
    },
    async ofBodies(wanted) {
      const texts = new Map<string, string>();
      for (const { key } of wanted) if (!texts.has(key)) texts.set(key, await textOf(key));
      return texts;
    },
  };
}
