import { needsOfStyle, serverOf } from '../../text/csp.js';
import { sha256Base64 } from '../../text/hash.js';
import { decoded } from './html-filters.js';

/** Elements that load something or send something away. */
const LOADERS =
  /<(?:script|style|link|img|source|iframe|video|audio|track|embed|object|form|input|button)\b(?:"[^"]*"|'[^']*'|[^'">])*>/gi;

const ATTRIBUTE = /([a-z][\w:-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gi;

/** Attributes that are style or script themselves. */
const INLINE = /\s(?:style|on[a-z]+)\s*=/i;
const TAG = /<[a-z][\w:-]*((?:"[^"]*"|'[^']*'|[^'">])*)>/gi;

/** Of `rel`: what a link is for, with the directive that it needs. */
const LINKS: readonly (readonly [string, readonly string[]])[] = [
  // A style sheet of another server brings fonts from there.
  ['stylesheet', ['style-src', 'font-src']],
  ['icon', ['img-src']],
  ['apple-touch-icon', ['img-src']],
  ['manifest', ['manifest-src']],
  ['modulepreload', ['script-src']],
];
const PRELOADS: { readonly [as: string]: string } = {
  style: 'style-src',
  script: 'script-src',
  font: 'font-src',
  image: 'img-src',
  fetch: 'connect-src',
};

/** What a script of another server may do besides: a server that runs scripts in a page can be talked to by them. */
const OF_SCRIPTS = ['script-src', 'connect-src', 'img-src'];

/** What one tag needs, and what becomes of the text behind it. */
interface Tag {
  readonly needs: readonly string[];
  /** `skipped` of a script that is none, or stands elsewhere. */
  readonly text: 'script' | 'style' | 'skipped' | null;
  readonly name: string;
}

/**
 * Tags that need nothing, since no server stands in them, written out or in signs of HTML. Most are pictures that no other page
 * has, and are not worth remembering.
 */
const LOCAL = /^<(?:img|source|form|input|button)\b(?!.*(?:\/\/|&))/is;
const NOTHING: Tag = { needs: [], text: null, name: '' };

/** Tags that are remembered: most stand on many pages. */
const MOST_TAGS = 10_000;

/**
 * Finds what a page loads from other servers, and the scripts and styles that stand in it: each as a need of `text/csp.ts`, in
 * no order. JSON for search engines is no script and needs nothing.
 *
 * @param own the site's own server
 */
export function createNeedsFinder(own: string): (html: string) => ReadonlySet<string> {
  const tags = new Map<string, Tag>();
  const tagOf = (written: string): Tag => {
    if (LOCAL.test(written)) return NOTHING;
    const known = tags.get(written);
    if (known !== undefined) return known;
    if (tags.size >= MOST_TAGS) tags.clear();
    const tag = readTag(written, own);
    // A copy: V8 keeps the whole page for a piece that was cut out of it.
    tags.set(written.split('').join(''), tag);
    return tag;
  };
  return (html) => {
    const needs = new Set<string>();
    const inline = (directive: string, text: string): void =>
      void needs.add(`${directive} 'sha256-${sha256Base64(text.replace(/\r\n?/g, '\n'))}'`);
    LOADERS.lastIndex = 0;
    for (let found = LOADERS.exec(html); found !== null; found = LOADERS.exec(html)) {
      const { name, text: kind, needs: ofTag } = tagOf(found[0]);
      for (const need of ofTag) needs.add(need);
      if (kind === null) continue;
      const start = LOADERS.lastIndex;
      const end = endOf(html, name, start);
      LOADERS.lastIndex = end;
      if (kind === 'skipped') continue;
      const text = html.slice(start, end);
      inline(`${kind}-src`, text);
      if (kind === 'style') for (const need of needsOfStyle(text)) needs.add(need);
    }
    if (INLINE.test(html)) inlineAttributes(html, inline, needs);
    return needs;
  };
}

function readTag(written: string, own: string): Tag {
  const needs = new Set<string>();
  const load = (directives: readonly string[], address: string | undefined): void => {
    const server = address === undefined ? null : serverOf(address);
    if (server !== null && server !== own) for (const name of directives) needs.add(`${name} ${server}`);
  };
  const name = /\w+/.exec(written)?.[0].toLowerCase() ?? '';
  const at = attributes(written.slice(1 + name.length, -1));
  let text: Tag['text'] = null;
  if (name === 'style') text = 'style';
  else if (name === 'script') {
    text = at.src === undefined && isRun(at.type) ? 'script' : 'skipped';
    load(OF_SCRIPTS, at.src);
  } else if (name === 'link') {
    const rel = new Set((at.rel ?? '').toLowerCase().split(/\s+/));
    for (const [kind, directives] of LINKS) if (rel.has(kind)) load(directives, at.href);
    if (rel.has('preload')) load([PRELOADS[at.as ?? ''] ?? 'connect-src'], at.href);
  } else if (name === 'form') load(['form-action'], at.action);
  else if (name === 'input' || name === 'button') load(['form-action'], at.formaction);
  else if (name === 'iframe') load(['frame-src'], at.src);
  else if (name === 'embed' || name === 'object') load(['object-src'], at.src ?? at.data);
  else if (name === 'img') load(['img-src'], at.src);
  else load(['media-src'], at.src);
  load(['img-src'], at.poster);
  for (const candidate of (at.srcset ?? '').split(',')) load(['img-src'], candidate);
  return { needs: [...needs], text, name };
}

/** Styles and handlers in attributes: each goes by its hash, like those in elements. */
function inlineAttributes(
  html: string,
  inline: (directive: string, text: string) => void,
  needs: Set<string>,
): void {
  const bare = html.replace(/(<(script|style)\b[^>]*>)[\s\S]*?(<\/\2\s*>)/gi, '$1$3');
  for (const [, written = ''] of bare.matchAll(TAG)) {
    if (!INLINE.test(written)) continue;
    for (const [name, value] of Object.entries(attributes(written))) {
      const directive = name === 'style' ? 'style-src' : /^on[a-z]+$/.test(name) ? 'script-src' : null;
      if (directive === null || value === undefined) continue;
      inline(directive, value);
      needs.add(`${directive} 'unsafe-hashes'`);
    }
  }
}

function endOf(html: string, name: string, from: number): number {
  const end = html.slice(from).search(new RegExp(`</${name}[\\s/>]`, 'i'));
  return end === -1 ? html.length : from + end;
}

/** Types of scripts that browsers run, or take orders from. */
const isRun = (type: string | undefined): boolean =>
  type === undefined ||
  /^(?:|module|importmap|(?:text|application)\/(?:java|ecma)script)$/i.test(type.trim());

function attributes(written: string): { readonly [name: string]: string | undefined } {
  const found: { [name: string]: string } = Object.create(null);
  for (const [, name = '', double, single, bare] of written.matchAll(ATTRIBUTE))
    found[name.toLowerCase()] ??= decoded(double ?? single ?? bare ?? '');
  return found;
}
