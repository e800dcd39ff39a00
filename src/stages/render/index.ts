import type { Template } from 'nunjucks';
import type { Page } from '../../model/page.js';
import type { Problem } from '../../model/problem.js';
import type { SiteView, View } from '../../model/view.js';
import { didYouMean } from '../../problems/index.js';
import { missingPageTemplate } from '../../problems/template/tools.js';
import { policyOf, serverOf } from '../../text/csp.js';
import { escapeHtml } from '../../text/html.js';
import { fillBody } from './body.js';
import { type Asked, checkTemplates } from './check.js';
import { createTemplateSet } from './environment.js';
import type { FragmentsInput } from './fragments.js';
import { createLibrary, type Library } from './library.js';
import { withPosts } from './live.js';
import { remember } from './memo.js';
import { createNeedsFinder } from './needs.js';
import { renderFault } from './report.js';
import { safe } from './runtime.js';
import { localesOf } from './texts.js';
import { titler } from './title.js';
import { createTrace, needPart, needsAmong } from './trace.js';

export { fillBody } from './body.js';
export type { Asked } from './check.js';
export type { FragmentsInput } from './fragments.js';
export { assetPart, fragmentPart, needsAmong } from './trace.js';

export interface RendererInput {
  /**
   * Name (`partials/card.njk`) → source; the site's files already lie over the theme's, which are also there as
   * `@theme/NAME`.
   */
  readonly templates: ReadonlyMap<string, string>;
  /** Name → path of the file, for messages. Default `templates/NAME`; that of the theme's files is `@theme/NAME`. */
  readonly places: ReadonlyMap<string, string>;
  /** Texts of the theme by language, what the site says otherwise already in them. */
  readonly texts: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly site: SiteView;
  /** What it is in the other languages of a site in several, by tag. */
  readonly sites?: ReadonlyMap<string, SiteView>;
  /** Name of an asset (`site.css`) → its address. */
  readonly assets: ReadonlyMap<string, string>;
  /** How `fragment` puts pieces into pages. Default: not at all. */
  readonly fragments?: FragmentsInput;
  /** What pages are told to load and no more. Default: nothing is said of it. */
  readonly policy?: PolicyInput;
  /** Templates that articles and standing pages ask for. Default: any of the site's own may be one. */
  readonly asked?: readonly Asked[];
  /** What is already known to be wrong with the files of the set. With an error among it there is no renderer. */
  readonly problems?: readonly Problem[];
}

/** Of the Content-Security-Policy. */
export interface PolicyInput {
  /** What every page needs: of its style sheets, and what the site says. Needs of `text/csp.ts`, sorted. */
  readonly shared: readonly string[];
  /** Whether each page says it itself, in its `head`; else a server does. */
  readonly inPages: boolean;
}

/**
 * A page as text, with the names of all templates that it reached, absent ones that were asked for too, of the assets
 * (`assetPart`) and of what it loads from elsewhere (`needsAmong`); sorted.
 */
export interface RenderedPage {
  readonly html: string;
  readonly reached: readonly string[];
}

export interface Renderer {
  /**
   * A pure function of the template set, the page's view and the site.
   *
   * @param bodyOf gives a body's HTML, holes included, by its key
   */
  render(page: Page, bodyOf: (key: string) => string): RenderedPage | { readonly problem: Problem };
}

/**
 * Compiles and checks a set of templates: all that pages can reach is looked at, so that all mistakes are told at once,
 * and nothing else. There is a renderer where none of them is an error.
 */
export function createRenderer(input: RendererInput): {
  readonly renderer: Renderer | null;
  readonly problems: readonly Problem[];
} {
  const given = input.problems ?? [];
  const unreadable = new Set(given.filter(isError).map((problem) => problem.file));
  const library = createLibrary({ templates: input.templates, places: input.places, unreadable });
  const problems = [...given, ...checkTemplates(library, input, unreadable)];
  return { renderer: problems.some(isError) ? null : rendererOf(library, input), problems };
}

/** The renderer of a set that `createRenderer` has found in order: for helpers, which need not look again. */
export function openRenderer(input: RendererInput): Renderer {
  const { templates, places } = input;
  return rendererOf(createLibrary({ templates, places, unreadable: new Set() }), input);
}

const isError = (problem: Problem): boolean => problem.severity === 'error';

function rendererOf(
  library: Library,
  { templates, site, sites, texts, assets, policy, fragments }: RendererInput,
): Renderer {
  const needsOf = createNeedsFinder(serverOf(site.url) ?? '');
  const trace = createTrace();
  const locales = new Map<string, readonly string[]>();
  let page: Page | null = null;
  let lists: WeakSet<object> | null = null;

  const siteOf = ({ view }: Page): SiteView => sites?.get(view.page.siteLanguage) ?? site;
  const localesFor = (of: Page | null): readonly string[] => {
    const lang = of?.view.page.lang ?? site.language;
    const around = of === null ? site.language : siteOf(of).language;
    return remember(locales, `${lang} ${around}`, () => localesOf(lang, around, site.language));
  };
  const set = createTemplateSet({
    library,
    tools: {
      site,
      texts,
      assets,
      fragments: fragments ?? null,
      siteLanguage: () => (page === null ? site : siteOf(page)).language,
      reached: trace.note,
      locales: () => localesFor(page),
    },
    reached: trace.note,
    // Asked only when a template calls a method that changes a list, so it may look at everything.
    belongsToView: (list) => {
      lists ??= listsIn([page?.view, page === null ? site : siteOf(page)]);
      return lists.has(list);
    },
  });
  const names = [...templates.keys()];
  const titled = titler(texts, site.timezone);

  const choose = (name: string): { name: string; template: Template } | { problem: Problem } | null => {
    for (const candidate of [name, `${name}.njk`]) {
      const problem = library.problemOf(candidate);
      if (problem !== null) return { problem };
      const template = set.template(candidate);
      if (template !== null) return { name: candidate, template };
    }
    return null;
  };

  return {
    render(given, bodyOf) {
      const named = { ...given, view: titled(given, localesFor(given)) };
      const next = { ...named, view: tellPosts(named, bodyOf) };
      page = next;
      lists = null;
      const chosen = choose(next.template);
      if (chosen !== null && 'problem' in chosen) return chosen;
      if (chosen === null) {
        const meant = didYouMean(next.template, names);
        return { problem: missingPageTemplate({ file: next.file ?? next.path }, next.template, meant) };
      }
      trace.begin();
      trace.note(chosen.name);
      const context = contextOf(next, bodyOf);
      set.share('page', next.view.page);
      if (sites !== undefined) set.share('site', siteOf(next));
      // Enough of the stack to reach the template through whatever a filter calls.
      const limit = Error.stackTraceLimit;
      Error.stackTraceLimit = 40;
      try {
        const html = chosen.template.render(context);
        if (policy === undefined) return { html, reached: trace.end() };
        for (const need of needsOf(html)) trace.note(needPart(need));
        const reached = trace.end();
        const needs = [...policy.shared, ...needsAmong(reached)];
        return { html: policy.inPages ? withPolicy(html, policyOf(needs, 'page')) : html, reached };
      } catch (error) {
        const known = [...Object.keys(context), 'site', 't', 'asset', 'fragment', 'allow'];
        return {
          problem: renderFault(error, {
            page: next,
            compiled: library.compiled,
            templates: names,
            names: known,
          }),
        };
      } finally {
        Error.stackTraceLimit = limit;
      }
    },
  };
}

/** What a page's templates see besides `site`: its view, and its text as `body`. */
function contextOf(page: Page, bodyOf: (key: string) => string): Record<string, unknown> {
  const body = page.body === null ? null : safe(fillBody(bodyOf(page.body.key), page.body.refs));
  return { ...withLive(page, bodyOf), body };
}

const HEAD = /<head(?:\s[^>]*)?>\s*(?:<meta charset=[^>]*>[ \t]*\n?)?/i;

/** The page with its policy before anything that is loaded. A piece of a page, without a head, can't have one. */
function withPolicy(html: string, policy: string): string {
  const meta = `<meta http-equiv="content-security-policy" content="${escapeHtml(policy)}">\n`;
  return html.replace(HEAD, (head) => head + meta);
}

/** The view whose structured data has the texts of live posts. */
function tellPosts({ view, liveBodies }: Page, bodyOf: (key: string) => string): View {
  const { jsonLd, lang } = view.page;
  if (liveBodies.length === 0 || jsonLd === null) return view;
  const texts = liveBodies.map(({ key, refs }) => fillBody(bodyOf(key), refs));
  return { ...view, page: { ...view.page, jsonLd: withPosts(jsonLd, texts, lang) } };
}

/** The view with the texts of its live posts. */
function withLive(
  { view, liveBodies }: Page,
  bodyOf: (key: string) => string,
): View | Record<string, unknown> {
  if (liveBodies.length === 0 || !('article' in view) || !('live' in view.article)) return view;
  const live = view.article.live.map((post, i) => {
    const body = liveBodies[i];
    return body === undefined ? post : { ...post, body: safe(fillBody(bodyOf(body.key), body.refs)) };
  });
  return { ...view, article: { ...view.article, live } };
}

/** Every list in what templates are given. */
function listsIn(roots: readonly unknown[]): WeakSet<object> {
  const found = new WeakSet<object>();
  const seen = new Set<object>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if (Array.isArray(value)) found.add(value);
    for (const next of Object.values(value)) visit(next);
  };
  for (const root of roots) visit(root);
  return found;
}
