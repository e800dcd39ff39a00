import { z } from 'zod';
import { FRAGMENT_WAYS, REDIRECT_FORMS } from '../model/config.js';
import { articleFields } from './article.js';
import { option } from './option.js';
import { archiveParts, assetParts, excerptParts, frontParts } from './site/amounts.js';
import { feedParts } from './site/feeds.js';
import { htmlParts } from './site/html.js';
import { languageParts, link, texts } from './site/languages.js';
import { crawlerParts, newsSitemapParts } from './site/machines.js';
import { pictureParts } from './site/pictures.js';
import { publisherParts } from './site/publisher.js';
import { relatedParts } from './site/related.js';
import { searchParts } from './site/search.js';
import { section } from './site/sections.js';
import { securityParts } from './site/security.js';
import { slotParts } from './site/slots.js';
import { themeSchema } from './site/theme.js';

/** What `fields` may map other names on. */
export const FIELD_TARGETS: readonly string[] = Object.keys(articleFields.shape);

const text = z.string();
const names = z.array(z.string());

/**
 * `content/site.yaml`: names, types, defaults and documentation of all options. `config/` turns what is written there
 * into `Config`; `docs/site-yaml.md` and `docs/site.schema.json` are generated from here.
 */
export const siteSchema = z.object({
  title: option(text.default('Newsroom'), {
    text: 'The name of the newsroom, on every page, in feeds and in search results.',
    example: 'title: The Daily Example',
  }),
  tagline: option(text.optional(), {
    text: 'A short line under the name.',
    example: 'tagline: News from the coast since 1921',
  }),
  description: option(text.optional(), {
    text: 'One or two sentences that say what the site is, for search engines and feeds.',
    example: 'description: Independent reporting from the city and the region.',
  }),
  url: option(text.default('http://localhost:8080/'), {
    text: 'The address of the front page, as readers type it. A site in a folder of its host says the folder too. `--base-url` of a command goes before it.',
    example: 'url: https://www.example.org/',
    form: 'an address that begins with `https://` or `http://`',
  }),
  id: option(text.optional(), {
    text: 'The permanent name of the site. It stands in the identifiers of feed items: when the site moves to another address, keep the old one here, and no reader gets old stories as new.',
    example: 'id: example.org',
    fallback: 'the host of `url`',
  }),
  language: option(text.default('en'), {
    text: 'The language of the site and of every article that names none, as a language tag. It decides the direction of the script, typographic quotes and how dates are written.',
    example: 'language: sq',
    form: 'a language tag such as `en`, `sq`, `pt-BR`',
  }),
  languages: option(z.record(z.string(), languageParts).default({}), {
    text: 'The other languages of a site in several: by its tag, where each lives and what it says otherwise. Articles of that language (`lang`) stand below its `prefix`, with a front page, sections, archives and feeds of their own; the addresses of the main language stay as they are. What is not said is as in the main language. `docs/languages.md` explains it.',
    example:
      'languages:\n  sq:\n    prefix: /sq/\n    title: Fletorja e Shembullit\n    sections:\n      politics: Politika\n      world: { title: Bota, slug: bote }\n  ar: { title: دفتر المثال }',
    form: 'tags of languages, each with `prefix`, `name`, `title`, `tagline`, `description`, `copyright`, `sections`, `navigation`, `footer`, `texts`',
    fallback: 'the site is in one language',
  }),
  timezone: option(text.default('UTC'), {
    text: 'The time zone of the newsroom. Dates without a zone are read in it, and all dates are shown in it.',
    example: 'timezone: Europe/Tirane',
    form: 'a zone by continent and city',
  }),
  copyright: option(text.optional(), {
    text: 'The line at the foot of every page. Dateline puts no year into it.',
    example: 'copyright: © The Daily Example. All rights reserved.',
  }),
  publisher: option(publisherParts.prefault({}), {
    text: 'Who publishes the site and how it works: search engines show it beside articles and look for it when they weigh a source. Each policy names a page; a path that leads to none is told.',
    example:
      'publisher:\n  name: Example Media\n  url: https://example.org/\n  logo: /media/logo.svg\n  foundingDate: "1994"\n  ethicsPolicy: /ethics/\n  correctionsPolicy: /ethics/#corrections\n  masthead: /imprint/',
  }),
  image: option(text.optional(), {
    text: 'The picture that social networks show with links to pages without a picture of their own. A photograph or drawing of at least 1200 × 630 pixels as JPEG, PNG, WebP or GIF; they show no SVG.',
    example: 'image: /media/share.png',
    form: 'a picture under `content/`',
  }),

  sections: option(z.array(section).default([]), {
    text: 'The sections of the paper in the order of the navigation. A section that an article names and that is missing here stands behind them. The address of a section comes from its name; write `slug` where it should be another.',
    example:
      'sections:\n  - Politics\n  - title: World\n    sections: [Europe, Asia]\n  - title: Arts & Culture\n    slug: culture\n  - title: Notices\n    nav: false',
    form: 'a list; each entry is a name, or has `title`, `slug`, `nav`, `sections`',
  }),
  defaultSection: option(text.optional(), {
    text: 'The section of articles that name none and stand in no folder.',
    example: 'defaultSection: news',
    fallback: 'such articles are in no section',
  }),
  navigation: option(z.array(link).optional(), {
    text: 'The main navigation, where it should be other than the sections.',
    example:
      'navigation:\n  - { name: World, url: /world/ }\n  - { name: Shop, url: https://shop.example.org/ }',
    form: 'a list of links with `name` and `url`',
    fallback: 'the top sections',
  }),
  footer: option(z.array(link).default([]), {
    text: 'Links at the foot of every page.',
    example:
      'footer:\n  - { name: About us, url: /about/ }\n  - { name: Write to us, url: "mailto:desk@example.org" }',
    form: 'a list of links with `name` and `url`',
  }),

  permalink: option(text.default('/:year/:month/:slug/'), {
    text: 'The pattern of the addresses of articles, made of `:year`, `:month`, `:day`, `:section`, `:slug` and `:id`. Decide before the first story is published: a change moves every article.',
    example: 'permalink: /:section/:year/:month/:slug/',
    form: 'a path that begins and ends with `/` and holds `:slug` or `:id`',
  }),
  slugs: option(z.enum(['unicode', 'ascii']).default('unicode'), {
    text: 'Whether addresses keep letters of every script (`/gjirokastër/`) or write them in Latin ones (`/gjirokaster/`).',
    example: 'slugs: ascii',
  }),
  redirects: option(z.array(z.enum(REDIRECT_FORMS)).default(['html']), {
    text: 'How old addresses (`aliases`) lead on. `html` makes a small page of each, which works on every host. The others write the rules of a host or server, which answer at once: `netlify` and `cloudflare` the file `_redirects`, `apache` an `.htaccess`, `nginx` and `s3` files in `.dateline/redirects/`. Where the host can, taken-down stories (`gone`) answer with status 410. `docs/redirects.md` has more.',
    example: 'redirects: [html, nginx]',
    form: 'a list of `html`, `netlify`, `cloudflare`, `nginx`, `apache`, `s3`',
  }),
  fragments: option(z.enum(FRAGMENT_WAYS).default('script'), {
    text: 'How the bar of breaking news and the box of the latest stories, which stand on many pages and change often, get there. They are files of their own, `/_f/breaking.html` and `/_f/latest.html`: `script` fetches them in the browser, on any host; `ssi` and `esi` let a server or a CDN put them in; `inline` writes them into each page, so that all pages change with them. `docs/fragments.md` has more.',
    example: 'fragments: ssi',
  }),
  slots: option(slotParts.prefault({}), {
    text: 'The room that each slot keeps for an advertisement or a form, so that nothing moves when it comes: its height in pixels, or heights by the width of the window from which they count. What stands in a slot is the template `templates/slots/NAME.njk`.',
    example: 'slots:\n  after-lead: 250\n  in-article: { 0: 280, 728: 90 }',
    form: '`after-lead`, `in-article`, `footer`, each with a height or heights by width',
  }),
  icons: option(names.default([]), {
    text: 'Pictures under `content/` for tabs, home screens and the web manifest: square, an SVG, and PNGs of 192 and 512 pixels for phones that show no SVG there.',
    example: 'icons: [/media/icon.svg, /media/icon-192.png, /media/icon-512.png]',
    form: 'a list of paths',
    fallback: '`theme.icon`, else `publisher.logo`, else `theme.logo`',
  }),
  security: option(securityParts.prefault({}), {
    text: 'What browsers are told to refuse, in the files of headers that hosts read and in pages: `docs/headers.md` explains it.',
    example: 'security:\n  csp:\n    connect-src: [https://stats.example]',
  }),
  elsewhere: option(names.default([]), {
    text: 'Paths on the same host that another program answers. Links there are not reported as broken.',
    example: 'elsewhere: [/shop/, /forum/]',
    form: 'a list of paths that begin with `/`',
  }),

  fields: option(z.record(z.string(), names).default({}), {
    text: 'Names that your articles use for our fields, tried in order after our own. The usual names of Hugo, Jekyll, Eleventy and Hexo are understood without it.',
    example: 'fields:\n  summary: [description, deck]\n  tags: [topics, keywords]',
    form: 'our name, a colon and one or more of theirs',
  }),
  ignore: option(names.default([]), {
    text: 'Files under `content/` that are left alone. `*` stands for any part of a name, `**` for any folders.',
    example: 'ignore: [drafts/**, "*.bak.md"]',
    form: 'a list of patterns',
  }),
  excerpt: option(excerptParts.prefault({}), {
    text: 'Excerpts stand on cards and lists where an article has no `summary`.',
    example: 'excerpt:\n  length: 200',
  }),
  html: option(z.union([z.boolean(), htmlParts]).default(false), {
    text: 'Raw HTML in the text of articles. `false` shows it as text. `true` keeps harmless elements and takes everything else out; a list says which. Scripts, frames and styles can never be allowed.',
    example: 'html:\n  allow: [sub, sup, details, summary]',
    form: '`true`, `false`, or a list under `allow`',
  }),
  remotePictures: option(z.boolean().default(false), {
    text: 'Whether pages may load pictures from other servers, which then learn who reads what. Without it such pictures are left out, and a warning names them.',
    example: 'remotePictures: true',
  }),
  pictures: option(z.union([z.boolean(), pictureParts]).default(true), {
    text: 'Smaller pictures for smaller screens, made of those that pages show: `docs/pictures.md` explains them. Whose a picture is stays in it, place and device go. `false`: pictures are published as they are.',
    example: 'pictures:\n  quality: 80\n  cards: recent:500',
    form: '`true`, `false`, or the parts below',
  }),
  syndication: option(z.enum(['canonical', 'noindex', 'index']).default('canonical'), {
    text: 'What search engines are told of articles with a `source`: that the original counts (`canonical`), not to list ours (`noindex`), or nothing (`index`).',
    example: 'syndication: noindex',
  }),
  newsSitemap: option(z.union([z.boolean(), newsSitemapParts]).default(true), {
    text: 'The sitemap for Google News, `/sitemap-news.xml`: the stories of the last 48 hours. `false`: the site has none.',
    example: 'newsSitemap:\n  name: The Daily Example\n  sections: [politics, world]',
    form: '`true`, `false`, or the parts below',
  }),
  crawlers: option(crawlerParts.prefault({}), {
    text: 'What `robots.txt` says to programs of AI companies, by what they come for. It asks; it can’t force. A file `content/static/robots.txt` of your own takes the place of all this.',
    example: 'crawlers:\n  training: disallow\n  search: allow\n  lines:\n    - "Disallow: /search/"',
  }),

  feeds: option(z.union([z.boolean(), feedParts]).default(true), {
    text: 'Feeds for readers’ programs and for partners: `docs/feeds.md` explains them. `false`: the site has none.',
    example:
      'feeds:\n  content: summary\n  authors: true\n  aliases: [/feed/, /index.xml]\n  partners:\n    - { name: wire, sections: [world], delay: 30 }',
    form: '`true`, `false`, or the parts below',
  }),

  related: option(relatedParts.prefault({}), {
    text: 'Related news.',
    example: 'related:\n  count: 5\n  pages: recent:1000',
  }),

  front: option(frontParts.prefault({}), {
    text: 'How much stands on fronts.',
    example: 'front:\n  latest: 15\n  perSection: 4',
  }),
  archive: option(archiveParts.prefault({}), {
    text: 'The calendar archive.',
    example: 'archive:\n  pageSize: 100',
  }),

  search: option(z.union([z.boolean(), searchParts]).default(true), {
    text: 'The search at `/search/`, which needs no server: the reader’s browser fetches small parts of an index. `docs/search.md` says how it works and what it costs.',
    example: 'search: false',
    form: '`true`, `false`, or `text` and `engine`',
  }),

  assets: option(assetParts.prefault({}), {
    text: 'The files of the theme that browsers load.',
    example: 'assets:\n  keep: 90',
  }),
  texts: option(texts.default({}), {
    text: "Words of the theme that this site says otherwise. The theme's documentation lists their names.",
    example: 'texts:\n  related.title: Më shumë për këtë',
    form: 'names and texts',
  }),
  theme: option(themeSchema.prefault({}), {
    text: 'The look of the site, in the theme that comes with Dateline: `docs/theme.md` shows how. Any other name is a setting for templates of your own (`site.theme`).',
    example: 'theme:\n  logo: /media/wordmark.svg\n  brand:\n    red: "#8a1c1c"\n    size-body: 1.125rem',
  }),
  extra: option(z.record(z.string(), z.json()).default({}), {
    text: 'Anything else that your own templates read (`site.extra`).',
    example: 'extra:\n  newsletter: https://letters.example.org/',
    form: 'any names and values',
  }),
  severity: option(z.record(z.string(), z.enum(['off', 'warning', 'error'])).default({}), {
    text: 'How serious warnings are for you, by their code: `off` silences one, `error` lets it stop the build. Errors stay errors. `docs/problems.md` lists the codes.',
    example: 'severity:\n  missing-alt: error',
    form: 'codes of warnings, each with `off`, `warning` or `error`',
  }),
});

/** `site.yaml` after defaults, before addresses, sections and names are made out. */
export type SiteOptions = z.output<typeof siteSchema>;
