import MarkdownIt from 'markdown-it';
import type { Config } from '../../../model/config.js';

/** What the configuration decides about texts, worked out once. */
export interface Settings {
  /** `example.org`, in lower case: absolute links to it are the site's own. */
  readonly host: string;
  /** Path below which the site's own pages are: `/`, `/news/`. */
  readonly base: string;
  /** Names of the tags that raw HTML may have; null where raw HTML is off. */
  readonly allow: ReadonlySet<string> | null;
  readonly texts: Config['texts'];
  /** Percent-encodes an absolute address and its host, as CommonMark wants it. */
  readonly encode: (url: string) => string;
}

/** Tags that no site can allow: they load or run something, or swallow what follows. */
export const NEVER_ALLOWED: ReadonlySet<string> = new Set([
  'script',
  'style',
  'iframe',
  'frame',
  'frameset',
  'object',
  'embed',
  'applet',
  'base',
  'meta',
  'link',
  'svg',
  'math',
  'template',
  'noscript',
  'textarea',
  'title',
  'xmp',
  'plaintext',
  'noembed',
  'noframes',
  'html',
  'head',
  'body',
  'form',
  'input',
  'button',
  'select',
  'option',
  'dialog',
  'slot',
  'portal',
  'listing',
  'canvas',
]);

/** An address in which nothing is to be encoded. */
const ENCODED =
  /^(?!(?:https?:)?\/{3})(?:[\w\-.~:/?@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*(?:#(?:[\w\-.~:/?@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*)?$/i;

/** Without slashes too many before a host, and a second `#`: no address has them, and browsers read them as this. */
function tidy(url: string): string {
  const address = url.replace(/^((?:https?:)?)\/{3,}/i, '$1//');
  const fragment = address.indexOf('#') + 1;
  return address.slice(0, fragment) + address.slice(fragment).replaceAll('#', '%23');
}

/** Reads what texts need out of the configuration. */
export function settingsOf(config: Pick<Config, 'url' | 'base' | 'html' | 'texts'>): Settings {
  const host = /^https?:\/\/([^/?#]+)/i.exec(config.url)?.[1] ?? '';
  const allow = config.html
    ? new Set(config.html.allow.map((name) => name.toLowerCase()).filter((name) => !NEVER_ALLOWED.has(name)))
    : null;
  const { normalizeLink } = new MarkdownIt();
  // Nearly every address is as it should be; taking it apart costs more than the rest of its link.
  const encode = (url: string): string => (ENCODED.test(url) ? url : normalizeLink(tidy(url)));
  return { host: host.toLowerCase(), base: config.base, allow, texts: config.texts, encode };
}
