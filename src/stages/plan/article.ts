import type { Graph } from 'schema-dts';
import type { Article } from '../../model/article.js';
import type { PlannedPage } from '../../model/page.js';
import type { Entry, Group, RelatedLists, Site } from '../../model/site.js';
import type { ArticleDetail, AuthorView, CorrectionView, SeriesPlaceView } from '../../model/view.js';
import { storyCounterparts } from '../../text/counterparts.js';
import { alternatesOf, modifiedAt, searchPolicy } from '../../text/indexing.js';
import { articleGraphs, postId } from './json-ld/index.js';
import { type Made, pageView, planned, topSection } from './page-view.js';
import { makeReasons, type Reasons } from './reasons.js';
import { type Card, hasCards, relatedCards, relatedPage, relatedPageTest, shownAtFoot } from './related.js';

/** Words that a grown-up reads in a minute, in most languages and for news. */
const WORDS_A_MINUTE = 230;

/** The page of every article and, where the site wants one, of its related news. */
export function* articlePages(site: Site, lists: RelatedLists): Generator<PlannedPage> {
  const withRelated = relatedPageTest(site);
  const places = placesInSeries(site);
  const reasons = site.config.related.reasons ? makeReasons() : null;
  const graphOf = articleGraphs(site);
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
        reasons,
        seriesPlace(entry, places.get(entry)),
        graphOf(entry),
      ),
    );
    if (relatedUrl !== null)
      yield planned({ kind: 'related', url: relatedUrl, file }, () =>
        relatedPage(site, entry, relatedCards(site, entry, lists), relatedUrl, reasons),
      );
  }
}

function articlePage(
  site: Site,
  entry: Entry,
  related: readonly Card[],
  relatedUrl: string | null,
  reasons: Reasons | null,
  series: SeriesPlaceView | null,
  jsonLd: Graph,
): Made {
  const { article } = entry;
  const { canonical, robots } = searchPolicy(site, entry);
  const foot = shownAtFoot(site, entry, related, reasons);
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
      jsonLd,
      section: top === undefined ? null : topSection(top),
      stories: foot.stories,
      counterparts: storyCounterparts(site, entry),
      alternates: alternatesOf(site, entry),
    }),
    article: detail(site, entry, series),
    related: foot.related,
    reasons: foot.reasons,
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
  // Field by field: a spread that is added to gives each object a shape of its own, which costs more than all else here.
  return {
    id: brief.id,
    url: brief.url,
    title: brief.title,
    kicker: brief.kicker,
    kind: brief.kind,
    section: brief.section,
    date: brief.date,
    timed: brief.timed,
    updated: brief.updated,
    summary: brief.summary,
    image: brief.image,
    source: brief.source,
    lang: brief.lang,
    dir: brief.dir,
    summaryDir: brief.summaryDir,
    badge: brief.badge,
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
  const { name, url } = author.link;
  return { name, url, role: author.profile?.role ?? null, picture };
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
    name: link.name,
    url: link.url,
    part: entries.length - place,
    older: entries[place + 1]?.brief ?? null,
    newer: entries[place - 1]?.brief ?? null,
  };
}
