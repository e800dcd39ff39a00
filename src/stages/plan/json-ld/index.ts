import type { BreadcrumbList, Graph, ProfilePage, ProfilePageLeaf, Thing, WebPage } from 'schema-dts';
import type { Moment } from '../../../model/article.js';
import type { StandingPage } from '../../../model/profile.js';
import type { Entry, Group, Site } from '../../../model/site.js';
import type { LinkView } from '../../../model/view.js';
import { appearedAt, modifiedAt } from '../../../text/indexing.js';
import { absolute, wholeAddress, withBase } from '../../../text/urls.js';
import { articleData, person, seriesData, sharedData } from './article.js';
import { imageObject, publisher, webSite, wholePublisher } from './publisher.js';

export { postId } from './article.js';

/*
 * Structured data by schema.org as Google documents it (developers.google.com/search/docs/appearance/structured-data).
 * `pageView` writes it as JSON that no text can leave.
 */

/** Links from below the front page down to the page itself. */
type Trail = readonly LinkView[];

const graph = (...things: readonly Thing[]): Graph => ({
  '@context': 'https://schema.org',
  '@graph': things,
});

export const homeGraph = (site: Site): Graph => graph(wholePublisher(site), webSite(site));

/** Makes the data of the articles of a site. */
export function articleGraphs(site: Site): (entry: Entry) => Graph {
  const shared = sharedData(site);
  return (entry) =>
    graph(
      articleData(site, entry, shared),
      breadcrumbs(site, [...entry.sections.map(({ link }) => link), linkOf(entry.brief)]),
    );
}

/** The front of a section, tag, author or series; `above` are the sections around a section. */
export function groupGraph(site: Site, group: Group, above: Trail): Graph {
  const { kind, profile } = group;
  const description = profile?.description ?? null;
  const trail = breadcrumbs(site, [...above, group.link]);
  if (kind === 'author') return graph(profilePage(site, group), trail);
  const { language } = site.config;
  const url = absolute(site.config.url, group.url);
  const facts = { name: group.name, url, inLanguage: language, ...(description !== null && { description }) };
  if (kind === 'series') return graph({ ...facts, ...seriesData(site, group) }, trail);
  return graph({ '@type': 'CollectionPage', ...facts }, trail);
}

/** A standing page: about, contact, imprint. */
export function standingGraph(site: Site, page: StandingPage): Graph {
  const web: WebPage = {
    '@type': 'WebPage',
    name: page.title,
    url: absolute(site.config.url, page.url),
    ...(page.description !== null && { description: page.description }),
    inLanguage: page.lang,
    publisher: publisher(site),
  };
  return graph(web, breadcrumbs(site, [{ name: page.title, url: withBase(site.config.base, page.url) }]));
}

function profilePage(site: Site, group: Group): ProfilePage {
  const { profile } = group;
  const picture = profile === null ? null : (site.profiles.get(profile.file)?.picture ?? null);
  const facts = {
    ...(profile?.description && { description: profile.description }),
    ...(profile?.email && { email: profile.email }),
    ...(picture !== null && { image: imageObject(site, picture) }),
  };
  const author = person(site, group);
  return {
    '@type': 'ProfilePage',
    url: absolute(site.config.url, group.url),
    inLanguage: site.config.language,
    ...profileTimes(site, group),
    mainEntity:
      author['@type'] === 'Person'
        ? { ...author, ...facts, ...('jobTitle' in author && { worksFor: publisher(site) }) }
        : { ...author, ...facts },
  };
}

/**
 * The page of an author came with the first story, and changes with those that stand on it; `sitemap-pages.xml` says the
 * same.
 */
function profileTimes(
  { config, now }: Site,
  { entries }: Group,
): Pick<ProfilePageLeaf, 'dateCreated' | 'dateModified'> {
  const first = entries.map(({ article }) => appearedAt(article)).reduce<Moment | null>(earlier, null);
  const last = entries
    .slice(0, config.front.group)
    .map(({ article }) => modifiedAt(article, now) ?? appearedAt(article))
    .reduce<Moment | null>(later, null);
  return {
    ...(first !== null && { dateCreated: first.iso }),
    ...(last !== null && { dateModified: last.iso }),
  };
}

const earlier = (a: Moment | null, b: Moment): Moment => (a === null || b.ms < a.ms ? b : a);
const later = (a: Moment | null, b: Moment): Moment => (a === null || b.ms > a.ms ? b : a);

const linkOf = ({ title, url }: { readonly title: string; readonly url: string }): LinkView => ({
  name: title,
  url,
});

/** From the front page down to the page itself. */
function breadcrumbs(site: Site, below: Trail): BreadcrumbList {
  const { config } = site;
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [{ name: config.title, url: withBase(config.base, config.root) }, ...below].map(
      ({ name, url }, i) => ({
        '@type': 'ListItem',
        position: i + 1,
        name,
        item: wholeAddress(config, url),
      }),
    ),
  };
}
