import { visibleFrom } from '../../model/article.js';
import type { PartnerFeed } from '../../model/config.js';
import type { Entry, Site } from '../../model/site.js';
import { byText } from '../../text/order.js';

/**
 * The stories that appeared last, newest first. An embargo makes a story newer than its date says: whoever reads the
 * feed sees it for the first time when the embargo ends, so it must not stand far down or be missing.
 */
export function newest(
  entries: readonly Entry[],
  limit: number,
  wanted: (entry: Entry) => boolean = ownFeed,
): Entry[] {
  const found: Entry[] = [];
  const held: Entry[] = [];
  for (const entry of entries) {
    // Sorted by date, so only stories that were held back can be newer than the first ones found.
    const late = (entry.article.embargo?.ms ?? 0) > entry.article.date.ms;
    if (found.length >= limit && !late) continue;
    if (entry.brief.badge === null && wanted(entry)) (late ? held : found).push(entry);
  }
  return [...found, ...held].sort(lastAppeared).slice(0, limit);
}

function lastAppeared({ article: a }: Entry, { article: b }: Entry): number {
  return visibleFrom(b) - visibleFrom(a) || b.date.ms - a.date.ms || byText(a.id, b.id);
}

/** Advertising is labelled on its page; a feed would carry it away without the label. */
const ownFeed = ({ article }: Entry): boolean => article.kind !== 'sponsored';

/** The site in the language that a partner wants: the main one, where nothing is said. */
export function siteOf(site: Site, { language }: PartnerFeed): Site {
  const { languages } = site;
  const wanted = languages.find(({ config }) => config.language === language);
  return wanted ?? languages[0] ?? site;
}

/** Whether a partner wants a story, whenever it enters the feed. */
function wants(partner: PartnerFeed, { article, sections, tags }: Entry): boolean {
  const { kinds } = partner;
  return (
    (kinds.length === 0 ? article.kind !== 'sponsored' : kinds.includes(article.kind)) &&
    // The source of a sponsored story is who paid for it.
    (partner.syndicated || article.source === null || article.kind === 'sponsored') &&
    (partner.sections.length === 0 || sections.some(({ slug }) => partner.sections.includes(slug))) &&
    (partner.tags.length === 0 ||
      tags.some(({ slug, name }) => partner.tags.includes(name) || partner.tags.includes(slug)))
  );
}

/** The stories of a partner's feed at `site.now`. */
export function partnerEntries(site: Site, partner: PartnerFeed): Entry[] {
  return newest(
    site.entries,
    partner.limit,
    (entry) => visibleFrom(entry.article) + partner.delay <= site.now && wants(partner, entry),
  );
}

/** The moments to come at which a story enters a partner's feed. */
export function* delayedEntries(site: Site, partner: PartnerFeed): Generator<number> {
  if (partner.delay === 0) return;
  for (const entry of site.entries) {
    const { article, brief } = entry;
    const moment = visibleFrom(article) + partner.delay;
    const stays = article.expires === null || article.expires.ms > moment;
    if (moment > site.now && stays && brief.badge === null && wants(partner, entry)) yield moment;
  }
}
