import type { Article } from '../../model/article.js';
import type { Config } from '../../model/config.js';
import type { Problem } from '../../model/problem.js';
import type { Profile } from '../../model/profile.js';
import type { Entry, MediaFile, Site } from '../../model/site.js';
import type { PictureView, RefView } from '../../model/view.js';
import { fewOfEach } from '../../problems/list.js';
import { byText } from '../../text/order.js';
import { assignUrls } from './addresses.js';
import { tellAhead } from './ahead.js';
import { dropDuplicates } from './duplicates.js';
import { createEntries } from './entries.js';
import { resolveFronts } from './fronts.js';
import { byProfileOrder, oldestFirst, sortSections } from './groups.js';
import { resolveIdentity } from './identity.js';
import type { ArticleHead, Assembled, AssembleInput, InvisibleArticle } from './input.js';
import { inLanguages } from './languages.js';
import { publishableMedia } from './media.js';
import type { Groups } from './membership.js';
import { momentsAfter } from './moments.js';
import { joinPages } from './page-translations.js';
import { type Shown, shownPictures } from './pictures.js';
import { partQueries } from './queries.js';
import { replaceArticle, toldAfter } from './replace.js';
import { createResolver, type Resolver } from './resolver.js';
import { createSuggest } from './suggest.js';
import { addressKeyOf, createTargets, urlKey } from './targets.js';
import { joinTranslations } from './translations.js';
import { tellOfGroups } from './unknown.js';
import { hiddenAt, shownAnyway } from './visibility.js';

export type * from './input.js';
export { hiddenAt } from './visibility.js';

/**
 * The only place that sees all articles: who may be seen at `now`, who answers which url, what belongs together,
 * and where every link, pin and picture leads. What is invisible ends here.
 */
export function assemble(input: AssembleInput): Assembled {
  const { config, now, show } = input;
  const problems: Problem[] = [];
  const { visible, invisible } = splitByVisibility(input);
  const hidden = new Set<string>();
  for (const { article } of invisible) {
    hidden.add(article.file).add(article.id).add(urlKey(article.url));
    for (const { text } of article.aliases) hidden.add(addressKeyOf(text));
  }
  const joined = joinTranslations(visible, { config, hidden, invalid: input.invalid }, problems);
  const addresses = assignUrls(input, dropDuplicates(joined.heads, problems), problems);
  const { kept, dropped, pages, groups, redirects, index } = addresses;

  const invalid = new Set([...input.invalid, ...dropped]);
  const lost = new Set(dropped);
  const unsure = new Set(invalid);
  for (const { article } of visible) if (lost.has(article.file)) unsure.add(article.id);
  const targets = createTargets({ ...index, config, media: input.media, hidden, invalid: unsure });
  const used = new Set<MediaFile>();
  const shownOnPages: Shown = new Map();
  const suggest = createSuggest(index.files);
  const resolver = createResolver(config, targets, suggest, used, shownOnPages, problems);
  const shown = kept.filter((head) => head.article.gone === null);
  if (!show.future) for (const { article } of shown) tellAhead(article, now, problems);
  const translations = joined.sets;
  const entries = createEntries(
    { heads: shown, config, now, groups, targets, resolver, translations },
    problems,
  );
  const byId = new Map<string, Entry>(entries.map((entry) => [entry.article.id, entry]));
  tellOfGroups(groups, config, input.profiles, problems);

  const pageSets = joinPages(pages, config, problems);
  const cards = new Map<string, PictureView>();
  const made = input.media.some(({ picture }) => picture?.fit);
  for (const { article } of made ? shown : []) {
    const card = resolver.card(article.image, { file: article.file, url: article.url });
    if (card !== null) cards.set(article.id, card);
  }
  const gone = kept.filter((head) => head.article.gone !== null);
  const statics: ReadonlySet<string> = new Set(input.statics);
  const whole: Omit<Site, 'languages'> = {
    config,
    now,
    entries,
    byId,
    sections: sortSections(groups.sections, config),
    tags: [...groups.tags].sort(byProfileOrder(config)),
    authors: [...groups.authors].sort(byProfileOrder(config)),
    series: [...groups.series].sort(byProfileOrder(config)),
    profiles: describe(groups, config, resolver),
    pages: pages.map((page) => ({
      page,
      refs: resolver.refs(page.body.refs, page),
      translations: pageSets.get(page.file) ?? [],
    })),
    fronts: resolveFronts(config, input.fronts, now, byId, groups.sections, targets, problems),
    gone: gone.map(({ article }) => ({
      url: article.url,
      reason: article.gone?.reason ?? null,
      lang: article.lang,
    })),
    ...partQueries([...redirects, ...addresses.goneRedirects]),
    feedAliases: addresses.feedAliases,
    identity: resolveIdentity(config, targets, statics, used, shownOnPages, problems),
    statics,
    media: publishableMedia(
      input.media,
      used,
      [...invisible.map(({ article }) => article), ...gone.map(({ article }) => article)],
      input.articles,
      targets,
    ),
    // Behind all that notes what it shows.
    pictures: shownPictures(shownOnPages),
    cards,
    drawn: [],
  };
  const site = inLanguages(whole);
  const moments = momentsAfter(
    now,
    input.articles.map((head) => head.article),
    input.fronts,
    show,
  );
  const frontsAt = (ms: number): Site['fronts'] =>
    resolveFronts(config, input.fronts, ms, byId, groups.sections, targets, []);
  const assembled = (all: readonly Problem[]): Assembled => ({
    site,
    problems: fewOfEach(all),
    invisible,
    dropped,
    moments,
    frontsAt,
    replace(head, later) {
      if (later < site.now || moments.some(({ ms }) => ms <= later)) return null;
      const replaced = replaceArticle(head, { config, now: later, targets, suggest, byId, problems: all });
      if (replaced === null) return null;
      for (const one of [site, ...site.languages]) Object.assign(one, { now: later });
      return assembled(toldAfter(all, replaced));
    },
  });
  return assembled(problems);
}

/** What profiles' texts and pictures come to. One that stands for another language too is there without its words. */
function describe(groups: Groups, { language }: Config, resolver: Resolver): Site['profiles'] {
  const profiles = new Map<string, { refs: readonly RefView[]; picture: PictureView | null }>();
  for (const { profile, url, root } of [
    ...groups.sections,
    ...groups.tags,
    ...groups.authors,
    ...groups.series,
  ]) {
    const borrowed = profile !== null && root !== '/' && profile.lang === language;
    if (profile === null || (borrowed && profiles.has(profile.file))) continue;
    profiles.set(profile.file, ofProfile(profile, url, resolver));
  }
  return profiles;
}

function ofProfile(profile: Profile, url: string, resolver: Resolver) {
  const origin = { file: profile.file, url };
  return {
    picture: resolver.picture(profile.picture, origin),
    refs: resolver.refs(profile.body.refs, origin),
  };
}

function splitByVisibility(input: AssembleInput): { visible: ArticleHead[]; invisible: InvisibleArticle[] } {
  const visible: ArticleHead[] = [];
  const invisible: InvisibleArticle[] = [];
  const sorted = [...input.articles].sort(
    (a, b) => oldestFirst(a.article, b.article) || byText(a.article.file, b.article.file),
  );
  for (const head of sorted) {
    const why = hiddenAt(head.article, input.now);
    // A story that was taken down stays taken down when it expires.
    const takenDown = head.article.gone !== null && why !== 'draft' && why !== 'embargo';
    if (why === null || takenDown || shownAnyway(why, input.show)) visible.push(head);
    else
      invisible.push({ article: head.article, why, from: why === 'embargo' ? startOf(head.article) : null });
  }
  return { visible, invisible };
}

const startOf = (article: Article): number =>
  Math.max(article.date.ms, article.embargo?.ms ?? article.date.ms);
