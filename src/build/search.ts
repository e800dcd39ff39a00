import type { Entry, Site } from '../model/site.js';
import {
  AUTHORS_PATH,
  authorsText,
  type Bundle,
  bundler,
  docKey,
  PERIODS_PATH,
  type PlannedBundle,
  periodsText,
  planBundles,
  type SearchDoc,
  searchDoc,
} from '../stages/search/index.js';
import { contentHash } from '../text/hash.js';
import type { RenderWork } from './render.js';
import { share } from './share.js';

/** The articles of one period, oldest first, to be indexed. */
export interface SearchJob {
  /** Into how many files the words go. */
  readonly parts: number;
  readonly articles: readonly { readonly doc: SearchDoc; readonly texts: readonly string[] }[];
}

/** Makes the index of one period; can be done in any thread. */
export function searchJob({ parts, articles }: SearchJob): Bundle {
  const all = bundler(parts);
  for (const { doc, texts } of articles) all.add(doc, texts);
  return all.done();
}

/** The index as it is planned: nothing where the site has no search. */
export interface SearchPlan {
  readonly bundles: readonly PlannedBundle[];
  /** Of the lists of periods and authors. */
  readonly lists: readonly string[];
}

/** @param claim is told every path, and says whether it is free */
export function planSearch(site: Site, claim: (path: string, owner: string) => boolean): SearchPlan {
  if (site.config.search === null) return { bundles: [], lists: [] };
  const free = (path: string): boolean => claim(path, '`search` of site.yaml');
  const lists = [PERIODS_PATH, AUTHORS_PATH].filter(free);
  const bundles = planBundles(site).filter((bundle) => filesOf(bundle).map(free).every(Boolean));
  return { bundles, lists };
}

interface Piece extends SearchJob {
  readonly bundle: PlannedBundle;
  readonly key: string;
  /** Files that are kept as they are published. */
  readonly kept: ReadonlySet<string>;
}

/**
 * Makes the index of the search, period by period. What is published already and made of the same articles is kept
 * without being made.
 */
export async function publishSearch(
  { site, reading, publication, ports }: Omit<RenderWork, 'related' | 'templates'>,
  { bundles, lists }: SearchPlan,
): Promise<void> {
  const { search } = site.config;
  if (search === null) return;
  const memory = ports.pages;
  const published = publication.previous?.files ?? {};
  const hashes = new Map<string, string>();
  let done = 0;

  const textsOf = async ({ article }: Entry): Promise<readonly string[]> =>
    search.text === 'full' ? reading.texts.ofArticle(article.file) : [];

  /** What decides a bundle's files; the release that makes them is the memory's version. */
  const keyOf = ({ entries, parts }: PlannedBundle): string => {
    const docs = entries.map((entry) => docKey(entry, reading.texts.keyOfArticle(entry.article.file)));
    return contentHash([parts.length, search.text, ...docs].join('\n'));
  };
  const note = (path: string, key: string, hash: string): void => {
    hashes.set(path, hash);
    memory?.put(path, { view: key, text: '', reached: [], sources: '', hash });
  };
  const keep = async (files: readonly string[], key: string): Promise<ReadonlySet<string>> => {
    const known = files.map((path) => memory?.get(path) ?? null);
    const same = known.every(
      (record, i) => record?.view === key && published[files[i] ?? '']?.hash === record.hash,
    );
    const kept = new Set<string>();
    if (!same) return kept;
    for (const [i, path] of files.entries()) {
      if (!(await publication.keep(path))) continue;
      kept.add(path);
      note(path, key, known[i]?.hash ?? '');
    }
    return kept;
  };

  async function* pieces(): AsyncGenerator<Piece> {
    for (const bundle of bundles) {
      const files = filesOf(bundle);
      const key = keyOf(bundle);
      const kept = await keep(files, key);
      if (kept.size === files.length) {
        done += bundle.entries.length;
        continue;
      }
      const articles: { doc: SearchDoc; texts: readonly string[] }[] = [];
      for (const entry of bundle.entries)
        articles.push({ doc: searchDoc(entry, site.config), texts: await textsOf(entry) });
      yield { bundle, key, kept, parts: bundle.parts.length, articles };
    }
  }

  await share<Piece, Bundle>(
    pieces(),
    {
      here: searchJob,
      helpers: () =>
        (ports.threads?.indexers() ?? []).map(
          (helper) =>
            ({ parts, articles }) =>
              helper({ parts, articles }),
        ),
      turn: async () => ports.threads?.turn(),
    },
    async ({ parts, cards }, { bundle, key, kept }) => {
      for (const [i, path] of filesOf(bundle).entries()) {
        const content = parts[i] ?? cards[i - parts.length] ?? '';
        if (!kept.has(path)) note(path, key, await publication.write(path, content, 'asset'));
      }
      done += bundle.entries.length;
      ports.reporter.tick(done);
      return true;
    },
  );

  const hashOf = (bundle: PlannedBundle): string =>
    contentHash(
      filesOf(bundle)
        .map((path) => hashes.get(path) ?? '')
        .join(),
    );
  const made = bundles.map((bundle) => ({ ...bundle, hash: hashOf(bundle) }));
  if (lists.includes(PERIODS_PATH)) await publication.write(PERIODS_PATH, periodsText(made), 'index');
  if (lists.includes(AUTHORS_PATH)) await publication.write(AUTHORS_PATH, authorsText(site), 'index');
}

const filesOf = ({ parts, cards }: PlannedBundle): string[] => [...parts, ...cards];
