import type { NavItem } from '../../model/config.js';
import type { Site } from '../../model/site.js';
import type { LanguageView, LinkView, SiteView } from '../../model/view.js';
import { MANIFEST } from '../../text/icons.js';
import { archiveUrl } from '../../text/periods.js';
import { absolute, withBase } from '../../text/urls.js';
import { siteFeedViews } from './feeds.js';

/** The small global part of what templates see in each language of a site, by its tag. */
export const siteViews = ({ languages }: Site): ReadonlyMap<string, SiteView> =>
  new Map(languages.map((local) => [local.config.language, siteView(local)]));

/**
 * The small global part of what templates see, in the main language of a site. Only a site without `sections` in its
 * configuration takes them from its folders.
 */
export function siteView(site: Site): SiteView {
  const { config } = site;
  const link = ({ name, url }: NavItem): LinkView => ({
    name,
    url: url.startsWith('/') ? withBase(config.base, url) : url,
  });
  return {
    title: config.title,
    tagline: config.tagline,
    description: config.description,
    url: absolute(config.url, config.root),
    home: withBase(config.base, config.root),
    language: config.language,
    languages: site.languages.length < 2 ? [] : site.languages.map(languageView),
    dir: config.dir,
    timezone: config.timezone,
    navigation:
      config.navigation?.map(link) ?? topSections(config.root === '/' ? (site.languages[0] ?? site) : site),
    footer: config.footer.map((item) => link(inLanguage(site, item))),
    publisher: {
      name: config.publisher.name,
      url: config.publisher.url,
      logo: config.publisher.logo && link({ name: '', url: config.publisher.logo }).url,
    },
    archive: withBase(config.base, archiveUrl(config.root)),
    search: config.search === null ? null : withBase(config.base, `${config.root}search/`),
    feeds: siteFeedViews(config),
    copyright: config.copyright,
    fragments: config.fragments,
    slots: config.slots,
    topics: topicsOf(site),
    icons: site.identity.icons,
    manifest: withBase(config.base, MANIFEST),
    look: site.identity.look,
    theme: config.theme,
    extra: config.extra,
  };
}

function topicsOf({ config }: Site): { readonly [url: string]: string } {
  const moved = config.sections.filter(({ path }) => path !== undefined);
  return Object.fromEntries(
    moved.map(({ slug, path }) => [withBase(config.base, `${config.root}${path}/`), `/${slug}/`]),
  );
}

/** A link to a standing page of the main language: in another, to the same page there, by its name there. */
function inLanguage({ config, languages, pages }: Site, item: NavItem): NavItem {
  const main = languages[0];
  if (main === undefined || config.root === '/' || config.footer !== main.config.footer) return item;
  const found = main.pages.find(({ page }) => page.url === item.url);
  const there = found?.translations.find(({ lang }) => lang === config.language);
  const own = pages.find(({ page }) => page.url === there?.url);
  return own === undefined ? item : { name: own.page.title, url: own.page.url };
}

const languageView = ({ config }: Site): LanguageView => ({
  lang: config.language,
  dir: config.dir,
  name: config.languageName,
  home: withBase(config.base, config.root),
});

function topSections({ config, sections }: Site): LinkView[] {
  const hidden = new Set(config.sections.filter((section) => !section.nav).map((section) => section.slug));
  const listed = new Set(config.sections.map((section) => section.slug));
  return sections
    .filter((section) => section.parent === null && !hidden.has(section.slug))
    .filter((section) => listed.size === 0 || listed.has(section.slug))
    .map((section) => section.link);
}
