import type { PlannedPage } from '../../model/page.js';
import type { Front, Group, Site, Stories } from '../../model/site.js';
import type { GroupView, LinkView } from '../../model/view.js';
import { groupCounterparts, sharedPage } from '../../text/counterparts.js';
import { frontId } from '../../text/languages.js';
import { archiveUrl } from '../../text/periods.js';
import { withBase } from '../../text/urls.js';
import { groupArchivePages } from './archives.js';
import { groupFeedViews } from './feeds.js';
import { chosenFor, fillSlot } from './home.js';
import { groupGraph } from './json-ld/index.js';
import { type Made, pageView, planned, topSection } from './page-view.js';
import { createPicker } from './picker.js';

/** Fronts and archives of sections, tags, authors and series, and the pages that list the last three by name. */
export function* groupPages(site: Site, stories: Stories): Generator<PlannedPage> {
  for (const group of [...site.sections, ...site.tags, ...site.authors, ...site.series]) {
    yield frontPage(site, group, stories);
    if (hasArchive(site, group)) yield* groupArchivePages(site, group);
  }
  // A page that lists nothing would be a way to nowhere.
  if (site.tags.length > 0) yield directoryPage(site, 'tags', site.tags);
  if (site.authors.length > 0) yield directoryPage(site, 'authors', site.authors.filter(isWriter));
  if (site.series.length > 0) yield directoryPage(site, 'series', site.series);
}

const hasArchive = (site: Site, group: Group): boolean => group.entries.length > site.config.front.group;

/** Who has paid stories alone is an advertiser, no journalist. */
const isWriter = ({ entries }: Group): boolean =>
  entries.length === 0 || entries.some(({ article }) => article.kind !== 'sponsored');

/** The section above, and the one above that, from the top down. */
function parents(site: Site, group: Group): LinkView[] {
  const parent = site.sections.find((section) => section.slug === group.parent);
  return parent === undefined ? [] : [...parents(site, parent), parent.link];
}

export function frontPage(site: Site, group: Group, stories: Stories): PlannedPage {
  const { kind, url } = group;
  const front = kind === 'section' ? site.fronts.get(frontId(site.config, group.slug)) : undefined;
  const file = group.profile?.file ?? front?.file ?? null;
  return planned({ kind, url, file }, () => makeFront(site, group, front, stories));
}

function makeFront(site: Site, group: Group, front: Front | undefined, stories: Stories): Made {
  const { config } = site;
  const curatedLead = front?.slots.find((slot) => slot.name === 'lead')?.items ?? [];
  // What somebody wrote, or what a tag or series holds, is told in full.
  const folded = group.kind === 'section' ? stories : null;
  const picker = createPicker(site, folded, chosenFor(front, curatedLead[0]));
  const [lead = null] =
    group.kind === 'section'
      ? picker.take(
          [...curatedLead, ...group.entries.filter(({ article }) => article.kind !== 'sponsored')],
          1,
        )
      : [];
  const slots = (front?.slots ?? [])
    .filter((slot) => slot.name !== 'lead')
    .map((slot) => fillSlot(site, slot, picker))
    .filter((slot) => slot.articles.length > 0);
  const rest = config.front.group - (lead === null ? 0 : 1);
  const isSeries = group.kind === 'series';
  // A serial reads from its first part; one that goes on in an archive shows what is new.
  const fromFirst = isSeries && !hasArchive(site, group);
  const articles = picker.take(fromFirst ? group.entries.toReversed() : group.entries, rest);
  const profile = group.profile === null ? undefined : site.profiles.get(group.profile.file);
  const view = {
    page: pageView(site, {
      kind: group.kind,
      url: group.url,
      title: group.name,
      description: group.profile?.description ?? null,
      above: parents(site, group),
      image: profile?.picture ?? null,
      jsonLd: groupGraph(site, group, parents(site, group)),
      feeds: groupFeedViews(config, group),
      section: topSection(group),
      counterparts: groupCounterparts(site, group),
      stories: picker.stories(),
    }),
    group: groupView(site, group),
    children: site.sections
      .filter((section) => section.parent === group.slug && group.kind === 'section')
      .map((section) => section.link),
    lead,
    slots,
    articles,
    parts: isSeries ? articles.map((_, i) => (fromFirst ? i + 1 : group.entries.length - i)) : [],
    archive: hasArchive(site, group)
      ? { name: group.name, url: withBase(config.base, archiveUrl(group.url)) }
      : null,
  };
  // A profile without words in this language has its text in the main one.
  const wordless =
    group.profile !== null &&
    group.root !== '/' &&
    group.profile.body.html === '' &&
    group.profile.body.refs.length === 0;
  const body =
    group.profile === null || profile === undefined || wordless
      ? null
      : { key: group.profile.file, refs: profile.refs };
  return { view, body };
}

function groupView(site: Site, group: Group): GroupView {
  const { profile } = group;
  return {
    ...group.link,
    description: profile?.description ?? null,
    picture: profile === null ? null : (site.profiles.get(profile.file)?.picture ?? null),
    role: profile?.role ?? null,
    email: profile?.email ?? null,
    sameAs: profile?.sameAs ?? [],
    extra: profile?.extra ?? {},
  };
}

/** @param folder of its address, and the name of the theme's text that is its title */
function directoryPage(
  site: Site,
  folder: 'tags' | 'authors' | 'series',
  groups: readonly Group[],
): PlannedPage {
  const url = `${site.config.root}${folder}/`;
  return planned({ kind: 'directory', url }, () => {
    const counterparts = sharedPage(site, `${folder}/`, (local) => local[folder].length > 0);
    return {
      view: {
        page: pageView(site, { kind: 'directory', url, counterparts }),
        groups: groups.map((group) => ({ ...group.link, role: group.profile?.role ?? null })),
      },
      title: [{ text: `directory.${folder}` }],
    };
  });
}
