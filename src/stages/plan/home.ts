import type { Kind } from '../../model/article.js';
import type { PlannedPage } from '../../model/page.js';
import type { SlotQuery } from '../../model/profile.js';
import type { Entry, Front, Site, Stories } from '../../model/site.js';
import type { BlockView, SlotView } from '../../model/view.js';
import { sharedPage } from '../../text/counterparts.js';
import { frontId } from '../../text/languages.js';
import { homeGraph } from './json-ld/index.js';
import { oldAddresses } from './old-addresses.js';
import { type Made, pageView, planned } from './page-view.js';
import { createPicker, type Picker } from './picker.js';

/** How many of the newest stories may lead by themselves: an old `priority` must not come back to the front. */
const LEAD_WINDOW = 40;

const OPINION: ReadonlySet<Kind> = new Set(['opinion', 'editorial', 'letter']);

/** The stories of a slot: the editor's, then those that its query finds. */
export function fillSlot(site: Site, slot: Front['slots'][number], picker: Picker): SlotView {
  const items = picker.take(slot.items, slot.items.length);
  const { query } = slot;
  const more =
    query === null
      ? []
      : picker.take(site.entries, Math.max(0, query.limit - items.length), (entry) => answers(entry, query));
  return { name: slot.name, title: slot.title, articles: [...items, ...more] };
}

/** The stories that an editor's word puts on a front for certain: the lead, then those of the slots in their order. */
export function chosenFor(front: Front | undefined, lead: Entry | undefined): Entry[] {
  const others = (front?.slots ?? []).filter(({ name }) => name !== 'lead').flatMap(({ items }) => items);
  return lead === undefined ? others : [lead, ...others];
}

function answers({ article, sections, tags, authors, series }: Entry, query: SlotQuery): boolean {
  const names = (groups: readonly { slug: string; name: string }[], wanted: string): boolean =>
    groups.some((group) => group.slug === wanted || group.name === wanted);
  return (
    (query.section === null || names(sections, query.section)) &&
    (query.tag === null || names(tags, query.tag)) &&
    (query.author === null || names(authors, query.author)) &&
    (query.series === null || (series !== null && names([series], query.series))) &&
    (query.kind === null || article.kind === query.kind)
  );
}

/** The home page: breaking news, then the editor's choice, then priority, then the newest. */
export function homePage(site: Site, stories: Stories): PlannedPage {
  const front = site.fronts.get(frontId(site.config, 'home'));
  const outline = { kind: 'home', url: site.config.root, file: front?.file ?? null } as const;
  return planned(outline, () => makeHome(site, front, stories));
}

function makeHome(site: Site, front: Front | undefined, stories: Stories): Made {
  const { config, entries, now } = site;
  const slot = (name: string): Front['slots'][number] | undefined =>
    front?.slots.find((candidate) => candidate.name === name);
  const breaking = entries.filter(({ article }) => (article.breakingUntil ?? 0) > now);
  const curatedLead = slot('lead')?.items ?? [];
  const picker = createPicker(site, stories, chosenFor(front, breaking[0] ?? curatedLead[0]));

  const mayLead = (entry: Entry): boolean => isNews(entry);
  const ranked = byPriority(entries.slice(0, LEAD_WINDOW));
  const [lead = null] = picker.take([...breaking, ...curatedLead, ...ranked.filter(mayLead), ...ranked], 1);

  const secondarySlot = slot('secondary');
  const curated = secondarySlot === undefined ? [] : fillSlot(site, secondarySlot, picker).articles;
  const opinionSlot = slot('opinion');
  const chosenOpinion = opinionSlot === undefined ? [] : fillSlot(site, opinionSlot, picker).articles;
  const slots = (front?.slots ?? [])
    .filter(({ name }) => !['lead', 'secondary', 'opinion'].includes(name))
    .map((candidate) => fillSlot(site, candidate, picker))
    .filter((filled) => filled.articles.length > 0);
  const secondary = [
    ...curated,
    ...picker.take(ranked, Math.max(0, config.front.secondary - curated.length), isNews),
  ];
  const opinion = [
    ...chosenOpinion,
    ...picker.take(entries, Math.max(0, config.front.opinion - chosenOpinion.length), ({ article }) =>
      OPINION.has(article.kind),
    ),
  ];
  const latest = picker.take(entries, config.front.latest);
  const ofSections = blocks(site, picker);
  const view = {
    page: pageView(site, {
      kind: 'home',
      url: config.root,
      title: config.title,
      description: config.description ?? config.tagline,
      image: lead?.image ?? null,
      card: lead === null ? null : (site.cards.get(lead.id) ?? null),
      jsonLd: homeGraph(site),
      stories: picker.stories(),
      counterparts: sharedPage(site, ''),
    }),
    lead,
    breaking: lead !== null && breaking.some((entry) => entry.brief.id === lead.id),
    secondary,
    opinion,
    slots,
    latest,
    blocks: ofSections,
    oldAddresses: oldAddresses(site, (path) => path === config.root),
  };
  return { view };
}

/** Stories that may lead or stand beside the lead without an editor saying so. */
function isNews({ article }: Entry): boolean {
  return !OPINION.has(article.kind) && article.kind !== 'sponsored';
}

/** Higher priority first; the newest first among equals (the order they come in). */
function byPriority(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => b.article.priority - a.article.priority);
}

function blocks(site: Site, picker: Picker): BlockView[] {
  return site.sections
    .filter((section) => section.parent === null)
    .map((section) => ({
      section: section.link,
      description: section.profile?.description ?? null,
      articles: picker.take(section.entries, site.config.front.perSection),
    }))
    .filter((block) => block.articles.length > 0);
}
