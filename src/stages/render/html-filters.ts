import type { Filter } from 'nunjucks';
import { filterFault } from '../../problems/template/tools.js';
import { TemplateFault } from './fault.js';
import { describe, escapeOutput, isHtml, safe, textOf } from './runtime.js';

/*
 * nunjucks' filters that make HTML, or that take it for text. Its own mark nothing as HTML that they make, so that a
 * template would have to add `| safe` and so let through what an editor wrote; and they cut HTML in the middle of tags.
 */

/** A text as HTML: escaped, unless it is HTML already. */
function htmlOf(value: unknown): string {
  const text = textOf(value) ?? String(value);
  return isHtml(value) ? text : escapeOutput(text);
}

const ENTITIES: { readonly [name: string]: string } = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
};

/** Entities as what they stand for. */
export function decoded(html: string): string {
  return html.replace(/&(?:#(\d+)|#x([\da-f]+)|(amp|lt|gt|quot|nbsp));/gi, (_, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? '';
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}

/** The words of a text, also where it is HTML; null for anything else. */
export function plainText(value: unknown): string | null {
  const text = textOf(value);
  if (text === null || !isHtml(value)) return text;
  const words = text
    .replace(/<(?:br|\/p|\/div|\/li|\/h\d|\/tr|\/blockquote)\b[^>]*>/gi, ' ')
    .replace(/<[^>]*>/g, '');
  return decoded(words)
    .replace(/[^\S\u00a0]+/g, ' ')
    .trim();
}

/** Changes the words of HTML, and neither tags nor entities. */
function changedWords(html: string, change: (words: string) => string): string {
  return html.replace(/<[^>]*>|&(?:#\w+|\w+);|[^<&]+/g, (piece) =>
    piece.startsWith('<') || (piece.startsWith('&') && piece.endsWith(';')) ? piece : change(piece),
  );
}

const ADDRESS =
  /^(?:(https?:\/\/[^\s<>]+)|(www\.[^\s<>]+)|([^\s<>@&;/]+@[^\s<>@&;/]+\.[^\s<>@&;/]+)|((?:[a-z\d-]+\.)+(?:org|net|com)(?:[:/][^\s<>]*)?))$/i;
const BEFORE = /^(?:&(?:lt|quot|#39);|[([])+/;
const BEHIND = /(?:&(?:gt|quot|#39);|[.,:!?)\]]|(?<!&#?\w{1,8});)+$/;

/** Words of escaped text that are addresses become links. */
function linked(words: string, length: number, rel: string): string {
  return words.replace(/\S+/g, (word) => {
    const before = BEFORE.exec(word)?.[0] ?? '';
    const behind = BEHIND.exec(word.slice(before.length))?.[0] ?? '';
    const address = word.slice(before.length, word.length - behind.length);
    const [, whole, www, mail, domain] = ADDRESS.exec(address) ?? [];
    const bare = www ?? domain;
    const href =
      whole ?? (bare !== undefined ? `https://${bare}` : mail !== undefined ? `mailto:${mail}` : undefined);
    if (href === undefined) return word;
    const text = decoded(address);
    const shown = text.length > length ? `${escapeOutput(text.slice(0, length))}…` : address;
    return `${before}<a href="${href}"${mail === undefined ? rel : ''}>${shown}</a>${behind}`;
  });
}

function urlize(html: string, length: number, rel: string): string {
  let inLink = false;
  return html.replace(/<[^>]*>|[^<]+/g, (piece) => {
    if (piece.startsWith('<')) {
      if (/^<\/?a\b/i.test(piece)) inLink = !piece.startsWith('</');
      return piece;
    }
    return inLink ? piece : linked(piece, length, rel);
  });
}

const named = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && '__keywords' in value ? { ...value } : {};

function fail(filter: string, wanted: string, got: unknown): never {
  throw new TemplateFault((place) => filterFault(place, filter, wanted, describe(got)));
}

const text = (filter: string, value: unknown): string =>
  typeof value === 'number' ? String(value) : (textOf(value) ?? fail(filter, 'a text', value));

/** @param builtIn nunjucks' own filter of a name */
export function htmlFilters(builtIn: (name: string) => Filter): Readonly<Record<string, Filter>> {
  /** For filters that know nothing of HTML and would tear it apart: they get its words. */
  const onWords = (name: string, mended = (words: unknown): unknown => words): Filter => {
    const filter = builtIn(name);
    return function (value, ...args) {
      return filter.call(this, mended(isHtml(value) ? plainText(value) : value), ...args);
    };
  };
  const onPieces =
    (name: string, change: (words: string) => string): Filter =>
    (value) => {
      if (value === null) return null;
      const given = text(name, value);
      return isHtml(value) ? safe(changedWords(given, change)) : change(given);
    };
  const replaceText = builtIn('replace');

  return {
    nl2br: (value) => {
      if (value === null) return null;
      text('nl2br', value);
      return safe(htmlOf(value).replace(/\r\n?|\n/g, '<br>\n'));
    },
    urlize: (value, ...args) => {
      if (value === null) return null;
      text('urlize', value);
      const byName = named(args.at(-1));
      const length = byName.length ?? args[0];
      const nofollow = byName.nofollow ?? args[1];
      const longest = typeof length === 'number' ? length : Number.POSITIVE_INFINITY;
      return safe(urlize(htmlOf(value), longest, nofollow === true ? ' rel="nofollow"' : ''));
    },
    join: (value, ...args) => {
      if (value === null) return null;
      if (!Array.isArray(value)) return fail('join', 'a list', value);
      const byName = named(args.at(-1));
      const given = '__keywords' in byName ? args.slice(0, -1) : args;
      const between = byName.del ?? given[0] ?? '';
      const attribute = byName.attr ?? given[1];
      const items: readonly unknown[] = value.map((item: unknown) => {
        if (typeof attribute !== 'string') return item;
        return typeof item === 'object' && item !== null ? Reflect.get(item, attribute) : undefined;
      });
      const shown = items.map((item) => item ?? '');
      if (![between, ...shown].some(isHtml)) return shown.join(String(between));
      return safe(shown.map(htmlOf).join(htmlOf(between)));
    },
    replace(value, old, next, most) {
      if (value === null) return null;
      if (!isHtml(value) && !isHtml(next)) return replaceText.call(this, value, plainOf(old), next, most);
      const replaced =
        old instanceof RegExp
          ? htmlOf(value).replace(old, htmlOf(next))
          : replaceText.call(this, htmlOf(value), htmlOf(old), htmlOf(next), most);
      return safe(String(replaced));
    },
    upper: onPieces('upper', (words) => words.toUpperCase()),
    lower: onPieces('lower', (words) => words.toLowerCase()),
    capitalize: onWords('capitalize'),
    reverse: onWords('reverse'),
    striptags: onWords('striptags'),
    title: onWords('title'),
    truncate: onWords('truncate'),
    urlencode: onWords('urlencode', wellFormed),
    wordcount: onWords('wordcount'),
  };
}

/** Half a surrogate pair is no character, and has no place in an address. */
const wellFormed = (value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\ufffd') : value;

const plainOf = (value: unknown): unknown => textOf(value) ?? value;
