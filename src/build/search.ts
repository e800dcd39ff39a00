import type { Entry, Site } from '../model/site.js';
import {
  authorsPath,
  authorsText,
  type Bundle,
  bundleKey,
  bundler,
  filesOf,
  type PlannedBundle,
  periodsPath,
  periodsText,
  planBundles,
  type SearchDoc,
  searchDoc,
} from '../stages/search/index.js';
import type { Reading } from './read.js';
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

/** The index of the site in one of its languages, as it is planned. */
export interface SearchPlan {
  readonly site: Site;
  readonly bundles: readonly PlannedBundle[];
  /** Of the lists of periods and authors. */
  readonly lists: readonly string[];
}

/**
 * The indexes of a site, one for each language; none where it has no search.
 *
 * @param claim is told every path, and says whether it is free
 */
export function planSearch(
  { languages, config }: Site,
  claim: (path: string, owner: string) => boolean,
): SearchPlan[] {
  if (config.search === null) return [];
  const free = (path: string): boolean => claim(path, '`search` of site.yaml');
  return languages.map((site) => ({
    site,
    lists: [periodsPath(site.config), authorsPath(site.config)].filter(free),
    bundles: planBundles(site).filter((bundle) => filesOf(bundle).map(free).every(Boolean)),
  }));
}

/** Every path of a plan. */
export const searchPaths = (plans: readonly SearchPlan[]): string[] =>
  plans.flatMap(({ lists, bundles }) => [...lists, ...bundles.flatMap(filesOf)]);

/** What makes the bundles of a site that was read. */
function bundleMaker({ texts }: Pick<Reading, 'texts'>, { config }: Site) {
  const isFull = config.search?.text === 'full';
  const textsOf = async ({ article }: Entry): Promise<readonly string[]> =>
    isFull ? texts.ofArticle(article.file) : [];
  return {
    keyOf: (bundle: PlannedBundle): string =>
      bundleKey(bundle, config, ({ article }) => texts.keyOfArticle(article.file)),
    async jobOf({ entries, parts }: PlannedBundle): Promise<SearchJob> {
      const articles: { doc: SearchDoc; texts: readonly string[] }[] = [];
      for (const entry of entries)
        articles.push({ doc: searchDoc(entry, config), texts: await textsOf(entry) });
      return { parts: parts.length, articles };
    },
  };
}

/** Where a file of a bundle stands in it. */
function fileOf({ parts, cards }: Bundle, number: number): string | Uint8Array {
  return parts[number] ?? cards[number - parts.length] ?? '';
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
  { reading, publication, ports }: Pick<RenderWork, 'reading' | 'publication' | 'ports'>,
  plans: readonly SearchPlan[],
): Promise<void> {
  let done = 0;
  for (const plan of plans) done = await publishIndex({ reading, publication, ports }, plan, done);
}

/** @returns how many articles are done */
async function publishIndex(
  { reading, publication, ports }: Pick<RenderWork, 'reading' | 'publication' | 'ports'>,
  { site, bundles, lists }: SearchPlan,
  before: number,
): Promise<number> {
  const memory = ports.pages;
  const published = publication.previous?.files ?? {};
  const { keyOf, jobOf } = bundleMaker(reading, site);
  const keys = new Map<PlannedBundle, string>();
  const known = (bundle: PlannedBundle): string => keys.get(bundle) ?? keyOf(bundle);
  let done = before;

  const note = (path: string, key: string, hash: string): void =>
    memory?.put(path, { view: key, text: '', reached: [], sources: '', hash });
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
      keys.set(bundle, key);
      const kept = await keep(files, key);
      if (kept.size < files.length) yield { ...(await jobOf(bundle)), bundle, key, kept };
      else done += bundle.entries.length;
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
    async (made, { bundle, key, kept }) => {
      for (const [i, path] of filesOf(bundle).entries()) {
        if (!kept.has(path)) note(path, key, await publication.write(path, fileOf(made, i), 'asset'));
      }
      done += bundle.entries.length;
      ports.reporter.tick(done);
      return true;
    },
  );
  for (const path of lists) {
    const text = path === periodsPath(site.config) ? periodsText(bundles, known) : authorsText(site);
    await publication.write(path, text, 'index');
  }
  return done;
}

/** Makes a file of the index when it is asked for, as a build would: for `dev`. Null: there is no such file. */
export function searchFiles(
  reading: Pick<Reading, 'texts'>,
  site: Site,
): (path: string) => Promise<string | Uint8Array | null> {
  const made = new Map<PlannedBundle, Promise<Bundle>>();
  let plans: SearchPlan[] | null = null;
  return async (path) => {
    plans ??= planSearch(site, () => true);
    for (const { site: local, bundles, lists } of plans) {
      const { keyOf, jobOf } = bundleMaker(reading, local);
      if (lists.includes(path))
        return path === periodsPath(local.config) ? periodsText(bundles, keyOf) : authorsText(local);
      for (const bundle of bundles) {
        const number = filesOf(bundle).indexOf(path);
        if (number < 0) continue;
        const known = made.get(bundle) ?? jobOf(bundle).then(searchJob);
        made.set(bundle, known);
        return fileOf(await known, number);
      }
    }
    return null;
  };
}
