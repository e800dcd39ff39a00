import type { Article } from '../../model/article.js';
import type { PlannedPage } from '../../model/page.js';
import type { Entry, Group, RelatedLists, Site } from '../../model/site.js';
import type {
  ArticleDetail,
  AuthorView,
  Brief,
  CorrectionView,
  SeriesPlaceView,
  StoryView,
} from '../../model/view.js';
import { storyCounterparts } from '../../text/counterparts.js';
import { alternatesOf, modifiedAt, searchPolicy } from '../../text/indexing.js';
import { newestFirst } from '../../text/order.js';
import { briefIn } from './briefs.js';
import { articleGraph, postId } from './json-ld/index.js';
import { type Made, pageView, planned, topSection } from './page-view.js';
import { storyView } from './versions.js';

/** Words that a grown-up reads in a minute, in most languages and for news. */
const WORDS_A_MINUTE = 230;

/** The page of every article and, where the site wants one, of its related news. */
export function* articlePages(site: Site, lists: RelatedLists): Generator<PlannedPage> {
  const withRelated = relatedPageTest(site);
  const places = placesInSeries(site);
  for (const entry of site.entries) {
    const { file, url, template } = entry.article;
    const hasRelated = withRelated(entry) && hasCards(site, entry, lists);
    const relatedUrl = hasRelated ? `${url}related/` : null;
    yield planned({ kind: 'article', url, template: template?.text ?? null, file }, () =>
      articlePage(
        site,
        entry,
        relatedCards(site, entry, lists),
        relatedUrl,
        seriesPlace(entry, places.get(entry)),
      ),
    );
    if (relatedUrl !== null)
      yield planned({ kind: 'related', url: relatedUrl, file }, () =>
        relatedPage(site, entry, relatedCards(site, entry, lists), relatedUrl),
      );
  }
}

/** Which articles have a related page. */
function relatedPageTest({ config, entries }: Site): (entry: Entry) => boolean {
  const { pages } = config.related;
  if (pages === 'all') return () => true;
  if (pages === 'none') return () => false;
  const recent = new Set(entries.slice(0, pages.recent));
  return (entry) => recent.has(entry);
}

/** A place in a list of related news. */
interface Card {
  readonly entry: Entry;
  readonly others: readonly Entry[];
  readonly newer: boolean;
  readonly series: boolean;
}

/** Whether there is anything to show. */
const hasCards = (site: Site, { article }: Entry, lists: RelatedLists): boolean =>
  (lists.get(article.id) ?? []).slice(0, site.config.related.pageCount).some(({ id }) => site.byId.has(id));

/** As many as the related page shows. Pins lead in the editor's order; the rest was chosen by score. */
function relatedCards(site: Site, entry: Entry, lists: RelatedLists): Card[] {
  const list = lists.get(entry.article.id) ?? [];
  return list
    .slice(0, site.config.related.pageCount)
    .flatMap(({ id, versions = [], newer = false, series = false }) => {
      const other = site.byId.get(id);
      const others = versions.flatMap((version) => site.byId.get(version) ?? []);
      return other === undefined ? [] : [{ entry: other, others, newer, series }];
    });
}

/**
 * The shown part of a list: pins first, then a newer version of the article and the parts of its series, the others by date. A score that moves a
 * little then moves nothing on the page, as long as the same articles are chosen.
 */
function shown(site: Site, entry: Entry, related: readonly Card[], count: number): Shown {
  const rank = ({ entry: other, newer, series }: Card): number =>
    entry.pinned.includes(other.article.id) ? 0 : newer ? 1 : series ? 2 : 3;
  const chosen = related
    .slice(0, count)
    .sort((a, b) => rank(a) - rank(b) || (rank(a) === 0 ? 0 : newestFirst(a.entry.article, b.entry.article)));
  return {
    related: chosen.map((card) => briefIn(site, card.entry)),
    stories: chosen.flatMap((card) => storyView(card.entry, card.others, card.newer) ?? []),
  };
}

interface Shown {
  readonly related: readonly Brief[];
  readonly stories: readonly StoryView[];
}

function articlePage(
  site: Site,
  entry: Entry,
  related: readonly Card[],
  relatedUrl: string | null,
  series: SeriesPlaceView | null,
): Made {
  const { config } = site;
  const { article } = entry;
  const { canonical, robots } = searchPolicy(site, entry);
  const foot = shown(site, entry, related, config.related.count);
  const [top] = entry.sections;
  const view = {
    page: pageView(site, {
      kind: 'article',
      url: article.url,
      title: article.title,
      description: article.excerpt || null,
      lang: article.lang,
      canonical,
      robots,
      above: entry.sections.map((section) => section.link),
      image: entry.brief.image,
      card: site.cards.get(entry.article.id) ?? null,
      jsonLd: articleGraph(site, entry),
      section: top === undefined ? null : topSection(top),
      stories: foot.stories,
      counterparts: storyCounterparts(site, entry),
      alternates: alternatesOf(site, entry),
    }),
    article: detail(site, entry, series),
    related: foot.related,
    relatedUrl: relatedUrl === null ? null : `${entry.brief.url}related/`,
  };
  return {
    view,
    phase: 'article',
    body: { key: article.file, refs: entry.refs },
    liveBodies: entry.liveRefs.map((refs, i) => ({ key: `${article.file}#${i}`, refs })),
  };
}

function detail(site: Site, entry: Entry, series: SeriesPlaceView | null): ArticleDetail {
  const { article, brief, body } = entry;
  return {
    ...brief,
    authors: entry.authors.map((author) => authorView(site, author)),
    standfirst: article.standfirst,
    sections: entry.sections.map((section) => section.link),
    tags: entry.tags.map((tag) => tag.link),
    series,
    corrections: article.corrections.map(correctionView),
    modified: modifiedAt(article, site.now)?.iso ?? null,
    headings: body.headings,
    live: article.live.map((post) => ({
      id: postId(post.date),
      date: post.date.iso,
      title: post.title,
      body: '',
    })),
    words: article.words,
    minutes: Math.max(1, Math.round(article.words / WORDS_A_MINUTE)),
    embeds: body.embeds,
    sponsored: article.kind === 'sponsored',
    extra: article.extra,
  };
}

export const correctionView = (correction: Article['corrections'][number]): CorrectionView => ({
  date: correction.date.iso,
  text: correction.text,
  type: correction.type,
});

function authorView(site: Site, author: Group): AuthorView {
  const picture = author.profile === null ? null : (site.profiles.get(author.profile.file)?.picture ?? null);
  return { ...author.link, role: author.profile?.role ?? null, picture };
}

/** Where each article stands among those of its series, the newest at 0. */
function placesInSeries(site: Site): Map<Entry, number> {
  const places = new Map<Entry, number>();
  for (const { entries } of site.series) entries.forEach((entry, i) => void places.set(entry, i));
  return places;
}

function seriesPlace({ series }: Entry, place: number | undefined): SeriesPlaceView | null {
  if (series === null || place === undefined) return null;
  const { entries, link } = series;
  return {
    ...link,
    part: entries.length - place,
    older: entries[place + 1]?.brief ?? null,
    newer: entries[place - 1]?.brief ?? null,
  };
}

function relatedPage(site: Site, entry: Entry, related: readonly Card[], url: string): Made {
  const { article, brief } = entry;
  const all = shown(site, entry, related, related.length);
  const view = {
    page: pageView(site, {
      kind: 'related',
      url,
      title: article.title,
      lang: article.lang,
      robots: 'noindex, follow',
      above: [...entry.sections.map((section) => section.link), { name: article.title, url: brief.url }],
      section: entry.sections[0] === undefined ? null : topSection(entry.sections[0]),
      stories: all.stories,
    }),
    article: brief,
    related: all.related,
  };
  return { view, phase: 'article', title: [{ text: 'related' }, { name: article.title }] };
}
