import { CSP_DIRECTIVES, type CspAdditions } from '../model/csp.js';
import { byText } from './order.js';

/*
 * Content-Security-Policy. A need is a directive and one source, `img-src https://pictures.example`: what a page loads that
 * its own server doesn't have, or that stands in the page itself.
 */

/** Where nothing else is needed. What is not named is as `default-src` says: from the same server alone. */
const BASE: ReadonlyMap<string, readonly string[]> = new Map([
  ['default-src', ["'self'"]],
  ['base-uri', ["'none'"]],
  ['form-action', ["'self'"]],
  ['img-src', ["'self'", 'data:']],
  ['object-src', ["'none'"]],
]);

/** In headers alone; a page can't say it of itself. */
const FRAMED = ['frame-ancestors', ["'self'"]] as const;

const ORDER: readonly string[] = ['default-src', 'base-uri', ...CSP_DIRECTIVES];

/**
 * A policy that allows what is needed and nothing else. The same needs give the same text, in whatever order they come.
 *
 * @param form a header, or an element in the page
 */
export function policyOf(needs: Iterable<string>, form: 'header' | 'page'): string {
  const directives = new Map<string, Set<string>>();
  const base = form === 'header' ? new Map([...BASE, FRAMED]) : BASE;
  for (const [name, sources] of base) directives.set(name, new Set(sources));
  for (const need of [...new Set(needs)].sort(byText)) {
    const space = need.indexOf(' ');
    const name = need.slice(0, space);
    if (form === 'page' && name === 'frame-ancestors') continue;
    const sources = directives.get(name) ?? new Set(["'self'"]);
    // It means nothing beside others.
    sources.delete("'none'");
    sources.add(need.slice(space + 1));
    directives.set(name, sources);
  }
  return [...directives]
    .sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b))
    .map(([name, sources]) => `${name} ${[...sources].join(' ')}`)
    .join('; ');
}

/** What a site adds, as needs. */
export const additionsAsNeeds = (additions: CspAdditions): string[] =>
  CSP_DIRECTIVES.flatMap((name) => (additions[name] ?? []).map((source) => `${name} ${source}`));

/** Whether a text may stand as a source: nothing that would end the directive or the attribute around it. */
export const isCspSource = (text: string): boolean => /^[!-~]+$/.test(text) && !/[;,"<>]/.test(text);

/** The server of a whole address, `https://pictures.example`; null of a path, of data and of what is no address. */
export function serverOf(address: string): string | null {
  const [, scheme, host] = /^\s*(?:(https?):)?\/\/([^\s/?#\\]+)/i.exec(address) ?? [];
  if (host === undefined) return null;
  const name = host.replace(/^.*@/, '').toLowerCase();
  // An address without a scheme has that of the page.
  return isCspSource(name) ? (scheme === undefined ? name : `${scheme.toLowerCase()}://${name}`) : null;
}

/** What a style sheet loads from other servers. */
export function needsOfStyle(css: string): string[] {
  const needs = new Set<string>();
  for (const [, rule, url = ''] of css.matchAll(
    /(@import\s*)?(?:url\(\s*)?["']?((?:https?:)?\/\/[^\s"')]+)/gi,
  )) {
    const server = serverOf(url);
    if (server === null) continue;
    if (rule !== undefined) for (const name of ['style-src', 'font-src']) needs.add(`${name} ${server}`);
    else needs.add(`${/\.(?:woff2?|ttf|otf|eot)(?:[?#]|$)/i.test(url) ? 'font-src' : 'img-src'} ${server}`);
  }
  return [...needs];
}
