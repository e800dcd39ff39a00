import type { Moment } from '../../model/article.js';
import type { TextOutput } from '../../model/page.js';
import type { Entry, Group, Site } from '../../model/site.js';
import { alternatesFor, type Counterpart, groupCounterparts, sharedPage } from '../../text/counterparts.js';
import { alternatesOf, appearedAt, changesToCome, modifiedAt, searchPolicy } from '../../text/indexing.js';
import { byText } from '../../text/order.js';
import { archiveUrl, monthOf, periodUrl } from '../../text/periods.js';
import { absolute, wholeAddress } from '../../text/urls.js';
import { plainPicture } from '../../text/variants.js';
import { newsMoments, newsOutputs } from './news.js';
import { robotsText } from './robots.js';
import { type Child, indexText, type Listed, later, output, urlsetFiles } from './urlset.js';

const SOURCE = 'the sitemap';

/**
 * What search engines are told: `sitemap.xml` names a sitemap of the pages that stand and one for each month, so that
 * a story changes its own month's; `sitemap-news.xml` has the last two days; `robots.txt` says where they are.
 */
export function* sitemapOutputs(site: Site): Generator<TextOutput> {
  const children: Child[] = [];
  for (const local of site.languages) {
    for (const [name, listed] of sitemaps(local)) {
      for (const { text, ...child } of urlsetFiles(name, listed)) {
        children.push(child);
        yield output(child.name, text, SOURCE);
      }
    }
  }
  yield output('sitemap.xml', indexText(site.config.url, children), SOURCE);
  yield* newsOutputs(site);
  if (!site.statics.has('/robots.txt')) yield output('robots.txt', robotsText(site.config), '`crawlers`');
}

/** Every moment after `now` at which an output of this stage, or the time of a change told in a page, differs. */
export function sitemapMoments(site: Site): number[] {
  const moments = new Set(newsMoments(site));
  for (const { article } of site.entries) {
    for (const ms of changesToCome(article, site.now)) moments.add(ms);
  }
  return [...moments].sort((a, b) => a - b);
}

/** The pages that stand, then the months from the oldest on; those of other languages with their name: `sitemap-sq-pages`. */
function* sitemaps(site: Site): Generator<readonly [string, Iterable<Listed>]> {
  const { root } = site.config;
  const name = root === '/' ? 'sitemap' : `sitemap-${root.slice(1, -1)}`;
  yield [`${name}-pages`, standing(site)];
  const months = new Map<string, Entry[]>();
  for (const entry of site.entries) {
    const month = monthOf(entry.article.date.day);
    const list = months.get(month);
    if (list === undefined) months.set(month, [entry]);
    else list.push(entry);
  }
  for (const month of [...months.keys()].sort(byText)) {
    yield [`${name}-${month}`, monthly(site, month, months.get(month) ?? [])];
  }
}

const page = (
  site: Site,
  url: string,
  lastmod: Moment | null,
  counterparts: readonly Counterpart[] = [],
): Listed => ({
  loc: absolute(site.config.url, url),
  lastmod,
  pictures: [],
  alternates: alternatesFor(site, counterparts),
});

/** The archive of a month, then its stories, oldest first: a new one stands last. */
function* monthly(site: Site, month: string, entries: readonly Entry[]): Generator<Listed> {
  yield page(site, periodUrl(site.config.root, month), newest(site, entries));
  for (const entry of [...entries].reverse()) {
    const { canonical, listed } = searchPolicy(site, entry);
    if (!listed) continue;
    yield {
      loc: canonical,
      lastmod: lastChange(site, entry),
      pictures: picturesOf(site, entry),
      alternates: alternatesOf(site, entry),
    };
  }
}

/** Home, sections, standing pages, people, series, topics that more than one story is about, and the archive. */
function* standing(site: Site): Generator<Listed> {
  const { config } = site;
  const { secondary, latest, opinion } = config.front;
  const shown = site.entries.slice(0, 1 + secondary + latest + opinion);
  yield page(site, config.root, newest(site, shown), sharedPage(site, ''));
  const worth = (group: Group): boolean =>
    group.entries.length > (group.kind === 'tag' && group.profile === null ? 1 : 0);
  for (const group of [...site.sections, ...site.authors, ...site.series, ...site.tags]) {
    if (!worth(group)) continue;
    const newestOf = newest(site, group.entries.slice(0, config.front.group));
    yield page(site, group.url, newestOf, groupCounterparts(site, group));
  }
  for (const { page: own, translations } of site.pages) {
    if (!own.noindex && own.url !== '/') yield page(site, own.url, null, translations);
  }
  const corrected = lastCorrection(site);
  if (corrected !== null)
    yield page(site, `${config.root}corrections/`, corrected, sharedPage(site, 'corrections/'));
  if (site.entries.length > 0) yield page(site, archiveUrl(config.root), null, sharedPage(site, 'archive/'));
}

const lastChange = ({ now }: Site, { article }: Entry): Moment =>
  modifiedAt(article, now) ?? appearedAt(article);

/** The newest change of all; what shows a list has changed when something in it has. */
const newest = (site: Site, entries: readonly Entry[]): Moment | null =>
  entries.reduce<Moment | null>((last, entry) => later(last, lastChange(site, entry)), null);

function lastCorrection({ entries, now }: Site): Moment | null {
  const dates = entries.flatMap(({ article }) => article.corrections.map(({ date }) => date));
  return dates.filter(({ ms }) => ms <= now).reduce<Moment | null>(later, null);
}

/** Lead picture and pictures of the text, each once. */
function picturesOf({ config }: Site, { brief, refs, liveRefs }: Entry): string[] {
  const found = new Set<string>();
  if (brief.image !== null) found.add(wholeAddress(config, plainPicture(brief.image).src));
  for (const ref of [refs, ...liveRefs].flat()) {
    if (ref?.kind === 'picture') found.add(wholeAddress(config, ref.src));
  }
  return [...found];
}
