import { type Article, type Moment, visibleFrom } from '../model/article.js';
import type { Entry, Site } from '../model/site.js';
import type { AlternateView } from '../model/view.js';
import { absolute } from './urls.js';

/** What search engines are told of an article, the same in its page, in sitemaps and in structured data. */
export interface SearchPolicy {
  /** The address that counts: the original's for stories that are canonical elsewhere. */
  readonly canonical: string;
  /** Content of `meta name=robots`; null where nothing is held back. */
  readonly robots: string | null;
  /** Whether it is ours to be found: neither held back nor canonical elsewhere. */
  readonly listed: boolean;
}

const NOINDEX = 'noindex, follow';

/** A syndicated story may belong to its original; what readers can't see yet is nobody else's business. */
export function searchPolicy({ config }: Site, { article, brief }: Entry): SearchPolicy {
  const own = absolute(config.url, article.url);
  const source = article.source;
  const held =
    article.noindex || brief.badge !== null || (source !== null && config.syndication === 'noindex');
  const canonical = source !== null && config.syndication === 'canonical' ? (source.url ?? own) : own;
  return { canonical, robots: held ? NOINDEX : null, listed: !held && canonical === own };
}

/** Every change of which readers were told: appearance, updates, corrections. */
function* changes(article: Article): Generator<Moment> {
  if (article.updated !== null) yield article.updated;
  for (const { date } of article.corrections) yield date;
  for (const { date } of article.live) yield date;
}

/** The moment at which readers could first see an article. */
export const appearedAt = ({ date, embargo }: Article): Moment =>
  embargo !== null && embargo.ms > date.ms ? embargo : date;

/**
 * The last change after an article appeared; null where there was none. A change to come has not happened yet:
 * `changesToCome` has the moments at which that is no longer so.
 */
export function modifiedAt(article: Article, now: number): Moment | null {
  let last: Moment | null = null;
  const appeared = visibleFrom(article);
  for (const moment of changes(article)) {
    if (moment.ms > now || moment.ms <= appeared) continue;
    if (last === null || moment.ms > last.ms) last = moment;
  }
  return last;
}

/** Moments after `now` at which `modifiedAt` gives something else. */
export function* changesToCome(article: Article, now: number): Generator<number> {
  for (const { ms } of changes(article)) if (ms > now && ms > visibleFrom(article)) yield ms;
}

const isOriginal = ({ article }: Entry): boolean => article.translationOf === null;

/**
 * The addresses of an article in all of its languages, its own among them, then `x-default`: the one for readers of
 * other languages, which is in the site's main language or else the original. Empty where there is but one.
 */
export function alternatesOf(site: Site, entry: Entry): AlternateView[] {
  if (entry.translations.length < 2) return [];
  const byLang = new Map<string, Entry>();
  const all = entry.translations.flatMap((id) => site.byId.get(id) ?? []);
  const originals = all.filter(isOriginal);
  // Where two are in one language, one stands for both, whichever page is looked at: each must name the other.
  for (const other of [...originals, ...all]) {
    const { lang } = other.article;
    if (!byLang.has(lang) && searchPolicy(site, other).listed) byLang.set(lang, other);
  }
  if (byLang.size < 2 || byLang.get(entry.article.lang) !== entry) return [];
  const link = (lang: string, { article }: Entry): AlternateView => ({
    lang,
    url: absolute(site.config.url, article.url),
  });
  const found = all.filter((other) => byLang.get(other.article.lang) === other);
  const [first] = found;
  const main = (site.languages[0] ?? site).config.language;
  const fallback = byLang.get(main) ?? found.find(isOriginal) ?? first;
  return [
    ...found.map((other) => link(other.article.lang, other)),
    ...(fallback === undefined ? [] : [link('x-default', fallback)]),
  ];
}
