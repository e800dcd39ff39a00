import type { Graph } from 'schema-dts';
import type { PageBody, Phase, PlannedPage, TitlePart } from '../../model/page.js';
import type { Group, Site } from '../../model/site.js';
import type {
  AlternateView,
  FeedView,
  LinkView,
  PageKind,
  PageView,
  PictureView,
  StoryView,
  TranslationView,
  View,
} from '../../model/view.js';
import { alternatesFor, type Counterpart } from '../../text/counterparts.js';
import { scriptJson } from '../../text/html.js';
import { dirOf } from '../../text/lang.js';
import { languageFor, ownNameOf } from '../../text/languages.js';
import { absolute, isRaster, outputPath, withBase } from '../../text/urls.js';
import { plainPicture } from '../../text/variants.js';

/** What differs from page to page; the rest follows from the url and the site. */
export interface PageFacts {
  readonly kind: PageKind;
  readonly url: string;
  /** Default: the site's. The theme may say it otherwise, see `PageExtras`. */
  readonly title?: string;
  readonly description?: string | null;
  readonly lang?: string;
  readonly canonical?: string;
  readonly robots?: string | null;
  /** Groups between the front page and this one. */
  readonly above?: readonly LinkView[];
  readonly image?: PictureView | null;
  /** What social networks show, where it is not the picture itself. */
  readonly card?: PictureView | null;
  readonly jsonLd?: Graph;
  readonly feeds?: readonly FeedView[];
  /** Slug of the top section. */
  readonly section?: string | null;
  readonly stories?: readonly StoryView[];
  /** The page in all languages that have it; empty where there is but one. */
  readonly counterparts?: readonly Counterpart[];
  /** Where the switch leads in a language that has no such page: a path behind its root; default: its front page. */
  readonly elsewhere?: string;
  /** What search engines are told of them, where it is less. */
  readonly alternates?: readonly AlternateView[];
}

export function pageView(site: Site, facts: PageFacts): PageView {
  const { config } = site;
  const lang = facts.lang ?? config.language;
  const home: LinkView = { name: config.title, url: withBase(config.base, config.root) };
  const counterparts = facts.counterparts ?? [];
  return {
    kind: facts.kind,
    url: withBase(config.base, facts.url),
    canonical: facts.canonical ?? absolute(config.url, facts.url),
    title: facts.title ?? config.title,
    description: facts.description ?? null,
    lang,
    dir: dirOf(lang),
    robots: facts.robots ?? null,
    breadcrumbs: facts.url === config.root ? [] : [home, ...(facts.above ?? [])],
    alternates: facts.alternates ?? alternatesFor(site, counterparts),
    translations: translationViews(site, facts.url, counterparts, facts.elsewhere ?? ''),
    siteLanguage: config.language,
    image: facts.image ?? null,
    card: facts.card ?? cardOf(site, facts.image ?? null),
    jsonLd: scriptJson(facts.jsonLd) ?? null,
    feeds: facts.feeds ?? [],
    section: facts.section ?? null,
    stories: facts.stories ?? [],
  };
}

/** The languages of the site, each with the page or else with another of its own; then those of this page alone. */
function translationViews(
  { config, languages }: Site,
  own: string,
  all: readonly Counterpart[],
  elsewhere: string,
): TranslationView[] {
  const view = (lang: string, url: string, name: string, same: boolean): TranslationView => ({
    lang,
    dir: dirOf(lang),
    name,
    url: withBase(config.base, url),
    same,
  });
  const rest = new Map(all.filter(({ url }) => url !== own).map(({ lang, url }) => [lang, url]));
  const others = languages.filter((local) => local.config.root !== config.root);
  const switched = others.map(({ config: { language, languageName, root } }) => {
    const found = [...rest.keys()].find((lang) => languageOf(languages, lang) === language);
    const url = (found === undefined ? undefined : rest.get(found)) ?? root + elsewhere;
    if (found !== undefined) rest.delete(found);
    return view(found ?? language, url, languageName, found !== undefined);
  });
  return [...switched, ...[...rest].map(([lang, url]) => view(lang, url, ownNameOf(lang), true))];
}

/** The tag of the language of the site in which something of another tag stands. */
function languageOf(languages: readonly Site[], lang: string): string | undefined {
  const [main, ...others] = languages.map((local) => local.config);
  return main === undefined ? undefined : languageFor(main, others, lang).language;
}

const cardOf = ({ identity }: Site, own: PictureView | null): PictureView | null =>
  own !== null && isRaster(own.src) ? plainPicture(own) : identity.image;

export interface PageExtras {
  readonly phase?: Phase;
  /** Of a page that only the theme can give a title. */
  readonly title?: readonly TitlePart[];
  readonly body?: PageBody | null;
  readonly liveBodies?: readonly PageBody[];
}

/** What a page is made of besides its view. */
export type Made = { readonly view: View } & PageExtras;

/** What is known of a page before it is made; its template is its kind's, unless it brings one. */
export interface Outline {
  readonly kind: PageKind;
  readonly url: string;
  readonly template?: string | null;
  /** The content file that the page is about. */
  readonly file?: string | null;
}

/** @param make gives the same each time; called when the page is needed, or not at all */
export function planned({ kind, url, template, file }: Outline, make: () => Made): PlannedPage {
  const path = outputPath(url);
  const name = template ?? `${kind}.njk`;
  const about = file ?? null;
  return {
    path,
    url,
    template: name,
    file: about,
    make() {
      const { view, phase = 'index', body = null, title = null, liveBodies = [] } = make();
      return { path, url, template: name, file: about, phase, view, body, title, liveBodies };
    },
  };
}

/** The path of the top section around a section, as addresses have it: `world`, `sq/bote`; null for other groups. */
export function topSection({ kind, slug, url }: Group): string | null {
  if (kind !== 'section') return null;
  const depth = slug.split('/').length;
  return (
    url
      .split('/')
      .slice(1, -1)
      .slice(0, depth === 1 ? undefined : 1 - depth)
      .join('/') || null
  );
}
