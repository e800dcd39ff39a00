import type { Problem } from '../model/problem.js';
import type { StandingPage } from '../model/profile.js';
import { byPlace } from '../problems/list.js';
import {
  type ArticleHead,
  type Assembled,
  type AssembleInput,
  assemble,
  hiddenAt,
} from '../stages/assemble/index.js';
import type { Parser } from '../stages/parse/index.js';
import type { ParseStore } from './ports.js';
import type { Content } from './read-content.js';
import type { Texts } from './texts.js';

export interface Assembling {
  readonly content: Content;
  readonly input: AssembleInput;
  readonly keep: boolean;
  readonly parser: Parser;
  readonly store: ParseStore;
  readonly texts: Texts;
}

export interface AssembledContent {
  readonly assembled: Assembled;
  /** Files with errors: left out, or standing as they last were. */
  readonly invalid: ReadonlySet<string>;
  /** Files of articles that may not be seen, in any version that was tried. */
  readonly unseen: ReadonlySet<string>;
  /** Why others than the newest versions stand, beside what `assembled` tells. */
  readonly problems: readonly Problem[];
}

/**
 * Assembles; with `--on-invalid keep` again and again, each time with the last good version of what had to be left out,
 * so that a file that takes another's address by mistake takes neither from the readers. What has not changed since it
 * was good stays as it is: the mistake is in another file. In the end, what stands in the site is what is good.
 */
export function assembleContent(work: Assembling): AssembledContent {
  const { content, store } = work;
  const standing = createStanding(work);
  const invalid = new Set(content.input.invalid);
  const errors: Problem[] = [];
  const unseen = new Set<string>();
  for (;;) {
    const assembled = assemble({ ...work.input, ...standing.input(), invalid });
    for (const { article } of assembled.invisible) unseen.add(article.file);
    const dropped = new Set(assembled.dropped);
    const back = work.keep ? standing.mend(assembled.dropped) : [];
    if (back.length > 0) {
      for (const problem of assembled.problems) if (problem.severity === 'error') errors.push(problem);
      for (const file of back) invalid.add(file);
      continue;
    }
    for (const file of dropped) invalid.add(file);
    accept(standing, dropped, store);
    const told = errors.filter((error) => assembled.problems.every((other) => byPlace(error, other) !== 0));
    return { assembled, invalid, unseen, problems: told };
  }
}

interface Standing {
  readonly keys: ReadonlyMap<string, string>;
  readonly sources: ReadonlyMap<string, Uint8Array>;
  input(): Pick<AssembleInput, 'articles' | 'pages'>;
  /** Lets as many as can do so go back; gives those that stand otherwise than before. */
  mend(dropped: readonly string[]): readonly string[];
}

function createStanding({ content, input, parser, store, texts }: Assembling): Standing {
  const articles = new Map(content.input.articles.map((head) => [head.article.file, head]));
  const pages = new Map(content.input.pages.map((page) => [page.file, page]));
  const keys = new Map(content.keys);
  const sources = new Map(content.sources);

  const articleBack = (file: string, { article }: ArticleHead): boolean => {
    const key = store.lastGood(file);
    if (key !== null && key === keys.get(file)) return false;
    // A draft that is shown here, a story that is taken down: an earlier version may say otherwise.
    const hidden = article.gone !== null || hiddenAt(article, input.now) !== null;
    const good = key === null || hidden ? null : store.head(key);
    if (key === null || good === null || good.parsed === null) {
      keys.delete(file);
      return articles.delete(file);
    }
    articles.set(file, good.parsed);
    keys.set(file, key);
    texts.article(file, key);
    return true;
  };
  const pageBack = (file: string, page: StandingPage): boolean => {
    const good = store.sources.good(file);
    const now = sources.get(file);
    if (good !== null && now !== undefined && isSame(good, now)) return false;
    const before = good === null || page.draft ? null : parser.page(file, good).value;
    if (good === null || before === null) {
      sources.delete(file);
      return pages.delete(file);
    }
    pages.set(file, before);
    sources.set(file, good);
    texts.keep(file, before.body.html);
    return true;
  };
  /** Puts a file's last good version in its place, or takes the file out; false where it stands as it last was. */
  const goBack = (file: string): boolean => {
    const [head, page] = [articles.get(file), pages.get(file)];
    if (head !== undefined) return articleBack(file, head);
    // Static files have one version alone.
    return page !== undefined && pageBack(file, page);
  };
  const isUnseen = (file: string): boolean => {
    const head = articles.get(file);
    return head !== undefined && hiddenAt(head.article, input.now) !== null;
  };
  return {
    keys,
    sources,
    input: () => ({ articles: [...articles.values()], pages: [...pages.values()] }),
    mend(dropped) {
      // All at once: which of them is at fault is not known.
      const back = dropped.filter(goBack);
      if (back.length > 0) return back;
      // In `dev` drafts are shown, too; none takes the place of what readers see.
      const unseen = dropped.filter(isUnseen);
      if (unseen.length === dropped.length) return [];
      for (const file of unseen) articles.delete(file);
      for (const file of unseen) keys.delete(file);
      return unseen;
    },
  };
}

/** What had to be left out stays as good as it was before. */
function accept({ keys, sources }: Standing, dropped: ReadonlySet<string>, store: ParseStore): void {
  for (const [file, key] of keys) if (!dropped.has(file)) store.accept(file, key);
  const good = new Map<string, Uint8Array>();
  for (const [file, source] of sources) {
    const kept = dropped.has(file) ? store.sources.good(file) : source;
    if (kept !== null) good.set(file, kept);
  }
  store.sources.keep(good);
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);
