import type { NavItem } from '../../model/config.js';
import type { Site } from '../../model/site.js';
import type { LinkView, SiteView } from '../../model/view.js';
import { withBase } from '../../text/urls.js';
import { siteFeedViews } from './feeds.js';

/** The small global part of what templates see. Only a site without `sections` in its configuration takes them from its folders. */
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
    url: config.url,
    home: config.base,
    language: config.language,
    dir: config.dir,
    timezone: config.timezone,
    navigation: config.navigation?.map(link) ?? topSections(site),
    footer: config.footer.map(link),
    publisher: {
      name: config.publisher.name,
      url: config.publisher.url,
      logo: config.publisher.logo && link({ name: '', url: config.publisher.logo }).url,
    },
    archive: withBase(config.base, '/archive/'),
    feeds: siteFeedViews(config),
    copyright: config.copyright,
    look: site.identity.look,
    theme: config.theme,
    extra: config.extra,
  };
}

function topSections({ config, sections }: Site): LinkView[] {
  const hidden = new Set(config.sections.filter((section) => !section.nav).map((section) => section.slug));
  const listed = new Set(config.sections.map((section) => section.slug));
  return sections
    .filter((section) => section.parent === null && !hidden.has(section.slug))
    .filter((section) => listed.size === 0 || listed.has(section.slug))
    .map((section) => section.link);
}
