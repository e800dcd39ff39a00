import type { Filter } from 'nunjucks';
import { CSP_DIRECTIVES } from '../../model/csp.js';
import type { SiteView } from '../../model/view.js';
import { didYouMean } from '../../problems/index.js';
import {
  callFault,
  filterFault,
  notRandom,
  unknownAsset,
  unknownDateStyle,
  unknownText,
} from '../../problems/template/tools.js';
import { isCspSource } from '../../text/csp.js';
import { cutExcerpt } from '../../text/excerpt.js';
import { scriptJson } from '../../text/html.js';
import { withBase } from '../../text/urls.js';
import { DATE_STYLE_NAMES, DATE_STYLES, dateFormat } from './dates.js';
import { TemplateFault } from './fault.js';
import { type FragmentsInput, fragmentHtml } from './fragments.js';
import { plainText } from './html-filters.js';
import { insertAfter } from './insert.js';
import { remember } from './memo.js';
import { type ElementOf, pictureElement } from './picture.js';
import { describe, escapeOutput, isHtml, safe, textOf } from './runtime.js';
import { numberFormat, type Texts, textKeys, translator } from './texts.js';
import { assetPart, fragmentPart, needPart } from './trace.js';

/** What filters and globals know besides their arguments. */
export interface Toolbox {
  readonly site: SiteView;
  readonly texts: Texts;
  readonly assets: ReadonlyMap<string, string>;
  readonly fragments: FragmentsInput | null;
  /** The language of the site in which the page stands. */
  readonly siteLanguage: () => string;
  /** Told of each asset that a template asks for. */
  readonly reached: (part: string) => void;
  /** Languages of the page that is being rendered, best first. */
  readonly locales: () => readonly string[];
}

type Named = Readonly<Record<string, unknown>>;

export const OWN_FILTERS = [
  'date',
  'excerpt',
  'number',
  'plural',
  't',
  'url',
  'absolute',
  'image',
  'json',
  'insert',
  'random',
] as const;

/** Attributes that an `img` element may have, with what `image` itself takes. Those with a hyphen are free. */
const IMAGE_ARGUMENTS =
  `alt widest sizes class loading fetchpriority decoding width height id style title lang dir
  hidden role tabindex accesskey autofocus contenteditable crossorigin draggable elementtiming inert is ismap itemid
  itemprop itemref itemscope itemtype nonce onerror onload part popover referrerpolicy slot spellcheck translate
  usemap`.split(/\s+/);

/** Arguments that these filters take by their names; any others may take any. */
export const FILTER_ARGUMENTS: { readonly [filter: string]: readonly string[] } = {
  date: ['style'],
  excerpt: ['length'],
  plural: ['key'],
  insert: ['after'],
  image: IMAGE_ARGUMENTS,
  number: [],
  url: [],
  absolute: [],
  json: [],
};

/** The filters that Dateline adds to nunjucks' own. Null passes through: it means "none" and prints nothing. */
export function filters(tools: Toolbox): Readonly<Record<(typeof OWN_FILTERS)[number], Filter>> {
  const { site, locales } = tools;
  const formatDate = dateFormat(site.timezone);
  const formatNumber = numberFormat();
  const translate = textFunction(tools);
  const origin = site.url.slice(0, site.url.length - site.home.length);

  return {
    date: (value, given) =>
      onText('date', 'a date', value, (iso) => {
        const style = argument(given, 'style') ?? 'long';
        if (style === 'iso') return iso;
        if (!isDateStyle(style))
          throw new TemplateFault((place) => unknownDateStyle(place, String(style), DATE_STYLE_NAMES));
        return formatDate(iso, style, locales()) ?? fail('date', 'a date such as `article.date`', value);
      }),
    excerpt: (value, given) =>
      onText('excerpt', 'a text', plainText(value) ?? value, (text) => {
        const length = argument(given, 'length') ?? 180;
        if (typeof length !== 'number') fail('excerpt', 'a number of characters', length);
        return cutExcerpt(text, Number(length), locales()[0] ?? 'en');
      }),
    number: (value) => {
      if (value === null) return null;
      return typeof value === 'number' ? formatNumber(value, locales()) : fail('number', 'a number', value);
    },
    plural: (value, key) =>
      typeof value === 'number'
        ? translate(String(argument(key, 'key')), { n: value })
        : fail('plural', 'a number', value),
    t: (value, values) => onText('t', 'the key of a text', value, (key) => translate(key, named(values))),
    url: (value) =>
      onText('url', 'an address', value, (url) => (isPath(url) ? printedPath(site.home, url) : url)),
    absolute: (value) => onText('absolute', 'an address', value, (url) => (isPath(url) ? origin + url : url)),
    image: (value, options) => {
      if (value === null) return null;
      return isPicture(value) ? imageElement(value, named(options)) : fail('image', 'a picture', value);
    },
    json: (value) => safe(scriptJson(value, asText) ?? fail('json', 'data', value)),
    insert: (value, html, given) => {
      if (value === null) return null;
      const after = argument(given, 'after') ?? 4;
      const [text, piece] = [textOf(value), textOf(html)];
      if (text === null || piece === null) fail('insert', 'a text as HTML', text === null ? value : html);
      if (typeof after !== 'number') fail('insert', 'a number of paragraphs', after);
      const inside = isHtml(html) ? piece : escapeOutput(piece ?? '');
      const whole = isHtml(value) ? text : escapeOutput(text ?? '');
      return safe(insertAfter(whole ?? '', inside ?? '', Number(after)));
    },
    random: () => {
      throw new TemplateFault(notRandom);
    },
  };
}

function isDateStyle(style: unknown): style is keyof typeof DATE_STYLES {
  return typeof style === 'string' && Object.hasOwn(DATE_STYLES, style);
}

/** The global functions of templates. */
export function globals(tools: Toolbox): Readonly<Record<string, unknown>> {
  const translate = textFunction(tools);
  const parts = new Map<string, string>();
  return {
    site: tools.site,
    t: (key: unknown, values: unknown) =>
      translate(textOf(key) ?? fail('t', 'the key of a text', key), named(values)),
    asset: (name: unknown) => {
      const url = tools.assets.get(String(name));
      if (url === undefined) {
        throw new TemplateFault((place) =>
          unknownAsset(place, String(name), didYouMean(String(name), tools.assets.keys())),
        );
      }
      tools.reached(remember(parts, String(name), () => assetPart(String(name))));
      return url;
    },
    fragment: (name: unknown) => {
      const { fragments } = tools;
      const url = fragments?.urls.get(tools.siteLanguage())?.get(String(name));
      if (fragments === null) return '';
      if (url === undefined)
        wrongCall('fragment', 'one of `breaking` and `latest`', name, ['breaking', 'latest']);
      tools.reached(fragmentPart(url));
      return safe(fragmentHtml(fragments, url));
    },
    allow: (directive: unknown, source: unknown) => {
      const [name, text] = [String(directive), String(source)];
      const known = CSP_DIRECTIVES.find((one) => one === name);
      if (known === undefined)
        wrongCall('allow', 'a directive such as `frame-src`', directive, CSP_DIRECTIVES);
      if (!isCspSource(text)) wrongCall('allow', 'a source such as `https://player.example`', source);
      tools.reached(needPart(`${name} ${text}`));
      return '';
    },
  };
}

function textFunction({ texts, locales }: Toolbox): (key: string, values: Named) => string {
  const translate = translator(texts);
  return (key, values) => {
    const text = translate(key, values, locales());
    if (text === null)
      throw new TemplateFault((place) =>
        unknownText(place, key, locales(), didYouMean(key, textKeys(texts))),
      );
    return text;
  };
}

function fail(filter: string, wanted: string, got: unknown): never {
  throw new TemplateFault((place) => filterFault(place, filter, wanted, describe(got)));
}

/** Of a function, which takes what stands in its brackets. */
function wrongCall(name: string, wanted: string, got: unknown, known: readonly string[] = []): never {
  const text = textOf(got);
  const meant = text === null ? null : didYouMean(text, known);
  const given = text === null ? describe(got) : `the text "${text}"`;
  throw new TemplateFault((place) => callFault(place, name, wanted, given, meant));
}

function onText(
  filter: string,
  wanted: string,
  value: unknown,
  then: (text: string) => string | null,
): string | null {
  if (value === null) return null;
  return then(textOf(value) ?? fail(filter, wanted, value));
}

/** Named arguments, or an object as the last argument. */
function named(value: unknown): Named {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** An argument that a template gives by its place or by its name: `excerpt(80)`, `excerpt(length=80)`. */
const argument = (given: unknown, name: string): unknown =>
  typeof given === 'object' && given !== null ? named(given)[name] : given;

/** A path on this site, as against `https://…`, `//…`, `mailto:…`, `#…`. */
function isPath(url: string): boolean {
  return url.startsWith('/') && !url.startsWith('//');
}

function printedPath(base: string, url: string): string {
  const tail = url.search(/[?#]/);
  return tail === -1 ? withBase(base, url) : withBase(base, url.slice(0, tail)) + url.slice(tail);
}

interface Picture extends ElementOf {
  readonly alt?: unknown;
}

function isPicture(value: unknown): value is Picture {
  return typeof value === 'object' && value !== null && 'src' in value && typeof value.src === 'string';
}

/** The element of a picture; `alt`, `class`, `sizes`, `loading`, `fetchpriority`, … as the template says. */
function imageElement(picture: Picture, options: Named): ReturnType<typeof safe> {
  const {
    alt = picture.alt,
    loading = options.fetchpriority === 'high' ? null : 'lazy',
    sizes = '100vw',
    widest,
    ...others
  } = options;
  if (widest !== undefined && typeof widest !== 'number')
    fail('image', 'a number of pixels as `widest`', widest);
  let html = attribute('alt', alt ?? '');
  if (picture.width && picture.height && !('width' in others || 'height' in others)) {
    html += attribute('width', picture.width) + attribute('height', picture.height);
  }
  html += `${attribute('loading', loading)} decoding="async"`;
  for (const name in others) {
    if (!/^[a-z][a-z\d-]*$/.test(name)) {
      if (name !== '__keywords') fail('image', 'names of attributes', name);
    } else if (name !== 'decoding') html += attribute(name, others[name]);
  }
  return safe(
    pictureElement(
      picture,
      textOf(sizes) ?? String(sizes),
      html,
      typeof widest === 'number' ? widest : undefined,
    ),
  );
}

/** Nothing where the value is none or false. */
function attribute(name: string, value: unknown): string {
  if (value === null || value === undefined || value === false) return '';
  return ` ${name}="${escapeOutput(textOf(value) ?? String(value))}"`;
}

/** A text that is marked as HTML is a text. */
const asText = (_: string, value: unknown): unknown => textOf(value) ?? value;
