import type { Config } from '../../model/config.js';
import type { Problem } from '../../model/problem.js';
import type { StandingPage } from '../../model/profile.js';
import { pageTranslation } from '../../problems/translations.js';
import { languageFor, languagesOf } from '../../text/languages.js';
import { placeAt } from './claims.js';
import { joinPath, urlKey } from './targets.js';

/** Where a standing page is in one language. */
interface PageAt {
  readonly lang: string;
  readonly url: string;
}

/**
 * Standing pages that are one in several languages, by file: those of one path (`/about/` and `/sq/about/`), and those
 * of which one says so.
 */
export function joinPages(
  pages: readonly StandingPage[],
  config: Config,
  problems: Problem[],
): ReadonlyMap<string, readonly PageAt[]> {
  const byFile = new Map(pages.map((page) => [page.file, page]));
  const byUrl = new Map(pages.map((page) => [urlKey(page.url), page]));
  const localOf = ({ lang }: StandingPage): Config => languageFor(config, config.languages, lang);
  const samePath = (page: StandingPage): StandingPage | undefined => {
    const { root } = localOf(page);
    if (root === '/' || !page.url.startsWith(root)) return undefined;
    return byUrl.get(urlKey(`/${page.url.slice(root.length)}`));
  };
  const sets = new Map<string, StandingPage[]>();
  const originals = new Map<string, StandingPage>();
  for (const page of pages) {
    const said = page.translationOf;
    const named = said === null ? samePath(page) : (byUrl.get(urlKey(said.text)) ?? fileOf(said.text, page));
    if (named !== undefined && named !== page && localOf(named) !== localOf(page))
      originals.set(page.file, named);
    else if (said !== null) problems.push(pageTranslation(placeAt(page.file, said), said.text));
  }
  for (const [file, original] of originals) {
    const page = byFile.get(file);
    const root = originals.get(original.file) ?? original;
    const set = sets.get(root.file) ?? [root];
    if (page !== undefined && page !== root) set.push(page);
    sets.set(root.file, set);
  }
  const joined = new Map<string, readonly PageAt[]>();
  for (const set of sets.values()) {
    const order = languagesOf(config);
    const all = order.flatMap((local): PageAt[] => {
      const page = set.find((one) => localOf(one) === local);
      return page === undefined ? [] : [{ lang: local.language, url: page.url }];
    });
    for (const page of set) if (all.some(({ url }) => url === page.url)) joined.set(page.file, all);
  }
  return joined;

  function fileOf(text: string, { file }: StandingPage): StandingPage | undefined {
    const beside = joinPath(file.slice(0, file.lastIndexOf('/') + 1), text);
    return [text, `content/${text}`, `content/pages/${text}`, beside ?? '']
      .flatMap((path) => byFile.get(path) ?? byFile.get(`${path}.md`) ?? [])
      .at(0);
  }
}
