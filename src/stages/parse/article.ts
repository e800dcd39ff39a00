import type {
  Article,
  LivePost,
  Moment,
  ParsedArticle,
  Picture,
  Reference,
  Source,
} from '../../model/article.js';
import type { Focus } from '../../model/picture.js';
import type { Problem } from '../../model/problem.js';
import { expiresEarly, updatedEarly } from '../../problems/front-matter/doubts.js';
import { missingDate, missingTitle } from '../../problems/front-matter/title-and-date.js';
import { locator } from '../../problems/index.js';
import { invalidFocus } from '../../problems/pictures.js';
import { type ArticleFields, articleFields } from '../../schema/article.js';
import { startOfDay } from '../../text/dates.js';
import { cutExcerpt } from '../../text/excerpt.js';
import { parseFocus } from '../../text/focus.js';
import { sortKey } from '../../text/order.js';
import { termsOf } from '../../text/terms.js';
import { strictAddress } from '../../text/urls.js';
import { type FileName, readFileName } from './addresses.js';
import type { ParseConfig } from './config.js';
import { decode } from './decode.js';
import { fieldReader, type Written } from './fields.js';
import { aliasesOf, type Parsed, parsed, readMoment, references } from './file.js';
import { splitFrontMatter } from './front-matter.js';
import { glimpseOf } from './hidden.js';
import { type FileLanguage, type LocalConfig, languageOfFile, localFor, tellOfCountry } from './languages.js';
import type { Markdown } from './markdown/index.js';
import { type OwnAddress, ownAddress } from './own-address.js';
import { runInOf } from './run-in.js';
import { standfirstOf } from './standfirst.js';

type Head = Written<ArticleFields>;

const SIX_HOURS = 6 * 3600_000;

/** The newest posts of a live blog say what it is about; what was said days before would outweigh them. */
const LIVE_POSTS = 50;

/** A post and what it says, its title first, in plain text. */
interface WrittenPost {
  readonly post: LivePost;
  readonly text: string;
}

/** Makes the function that reads articles. */
export function articleParser(
  config: ParseConfig,
  markdown: Markdown,
): (file: string, bytes: Uint8Array) => Parsed<ParsedArticle> {
  const read = fieldReader(articleFields, config);
  const glimpse = glimpseOf(config);
  const addressesOf = byLanguage(config);
  const inPath = languageOfFile(config);
  const zone = config.timezone;

  return (file, bytes) => {
    const path = inPath(file);
    const name = readFileName(path.file);
    const decoded = decode(file, bytes);
    if (decoded.text === null) {
      const head = decoded.glimpse.slice(0, 20_000);
      return parsed<ParsedArticle>(null, decoded.problems, {
        hidden: glimpse.hidden(head),
        from: later(glimpse.from(head), dateOfName(name, zone)?.ms ?? null),
      });
    }
    const text = decoded.text;
    const at = locator(file, text);
    const split = splitFrontMatter(file, text);
    const head = read(split.fields, at);
    const { values } = head;
    const problems: Problem[] = [...decoded.problems, ...split.problems, ...head.problems];

    const moment = (field: 'date' | 'updated' | 'embargo' | 'expires'): Moment | null =>
      readMoment(values[field], head.nameOf(field), zone, problems, () => head.place(field));
    const date = moment('date') ?? (values.date === undefined ? dateOfName(name, zone) : null);
    const embargo = moment('embargo');
    const expires = moment('expires');
    const written = moment('updated');
    // Other systems note a day of editing before the day of publication; nobody should read of an update before the story.
    const updated = written !== null && date !== null && written.ms < date.ms ? null : written;
    if (updated === null && written !== null && date !== null && written.day < date.day)
      problems.push(updatedEarly(head.place('updated')));
    const from = later(date?.ms ?? null, embargo?.ms ?? null);
    if (expires !== null && from !== null && expires.ms <= from)
      problems.push(expiresEarly(head.place('expires')));

    const lang = values.lang ?? path.lang ?? config.language;
    tellOfCountry(config, values.lang, () => head.place('lang'), problems);
    const { slugOf, sectionOf, urlOf } = addressesOf(lang);
    const hidden = (): boolean =>
      values.draft ||
      head.spots.embargo !== undefined ||
      head.spots.gone !== undefined ||
      problems.some(({ code }) => code === 'unclear-visibility') ||
      (problems.some((problem) => problem.severity === 'error') && glimpse.hidden(split.head));
    const until = expires?.ms ?? null;
    // What else seems wrong in half a front matter may be right in the whole.
    if (split.broken) {
      const seen = { hidden: hidden(), from: later(from, glimpse.from(split.head)), until };
      return parsed<ParsedArticle>(null, [...decoded.problems, ...split.problems], seen);
    }

    const lost = date === null && values.date === undefined && !head.refused('date');
    if (lost) problems.push(missingDate(at.line(1, 1)));
    const dateline = values.dateline ?? null;
    const runIn = dateline !== null && date !== null ? runInOf(dateline, lang, zone, date.ms) : null;
    const body = split.found ? split.body : withoutComments(split.body);
    const made = markdown(body, {
      file,
      line: split.bodyLine,
      lang,
      runIn,
      takeTitle: !split.found,
      ...paidLinks(head),
    });
    problems.push(...made.problems);
    const line = (text: string): string => markdown.line(text, lang);
    const title = values.title === undefined ? made.title : line(values.title);
    if (title === null && !head.refused('title')) problems.push(missingTitle(at.line(1, 1)));

    const id = values.id ?? file.replace(/^content\//, '').replace(/\.(?:md|markdown|mdown)$/i, '');
    const slug = slugOf(head, name, values.title ?? title ?? id, problems);
    const section = sectionOf(head, name, problems);
    const url = urlOf(head, { id, slug, section, day: date?.day ?? '0000-00-00' }, problems);
    const aliases = aliasesOf(head.items('aliases'), head.nameOf('aliases'), url.path, config, at, problems);
    const live = livePosts(head, file, lang, problems);
    const posts = live.map(({ post }) => post);
    const corrections = values.corrections.flatMap((correction, i) => {
      const when = readMoment(correction.date, 'date', zone, problems, () =>
        head.place('corrections', `${i}.date`),
      );
      return when === null ? [] : [{ ...correction, text: line(correction.text), date: when }];
    });
    const breaking = breakingUntil(head, from, problems);

    // A date that is wrong in its hour says its day all the same.
    const unread = date === null && !lost ? glimpse.from(split.head) : null;
    const seen = { hidden: hidden(), from: later(from, unread), until };
    if (title === null || date === null) return parsed<ParsedArticle>(null, problems, seen);

    const tags = references(head.items('tags'), sortKey);
    const summary = values.summary === undefined ? null : line(values.summary);
    const article: Article = {
      id,
      guid: values.guid ?? null,
      file,
      title,
      slug,
      url: url.path,
      date,
      updated,
      section,
      kind: values.kind,
      kicker: values.kicker === undefined ? null : line(values.kicker),
      summary,
      standfirst: standfirstOf(summary, made.opening),
      excerpt: cutExcerpt(summary ?? made.lead ?? made.opening, config.excerpt.length, lang),
      dateline,
      authors: references(head.items('authors')),
      tags,
      series: reference(head, 'series'),
      lang,
      translationOf: reference(head, 'translationOf') ?? besideIt(path),
      image: pictureOf(head, line, problems),
      pictureWords: pictureWords(head, line),
      source: sourceOf(head, config),
      related: references(head.items('related')),
      relatedExclude: references(head.items('relatedExclude')),
      draft: values.draft,
      embargo,
      expires,
      gone: values.gone === undefined ? null : { reason: values.gone === true ? null : values.gone },
      breakingUntil: breaking,
      priority: values.priority,
      corrections,
      aliases:
        url.old === null || aliases.some((alias) => alias.text === url.old?.text)
          ? aliases
          : [...aliases, url.old],
      live: posts,
      noindex: values.noindex,
      template: reference(head, 'template'),
      extra: head.extra,
      words: posts.reduce((sum, post) => sum + post.body.words, made.body.words),
      spots: head.spots,
    };
    const terms = termsOf({
      title,
      summary: summary ?? '',
      tags: tags.map((tag) => tag.text),
      text: [made.text, ...live.slice(0, LIVE_POSTS).map((post) => post.text)].join('\n'),
    });
    return parsed<ParsedArticle>({ article, body: made.body, terms }, problems, seen);
  };

  function livePosts(head: Head, file: string, lang: string, problems: Problem[]): WrittenPost[] {
    const posts = head.values.live.flatMap((post, i) => {
      const date = readMoment(post.date, 'date', zone, problems, () => head.place('live', `${i}.date`));
      const line = head.part('live', `${i}.text`)?.textLine ?? 1;
      const made = markdown(post.text, {
        file,
        line,
        lang,
        runIn: null,
        takeTitle: false,
        ...paidLinks(head),
        idPrefix: `post-${i + 1}-`,
      });
      problems.push(...made.problems);
      const title = post.title === undefined ? null : markdown.line(post.title, lang);
      const text = [title ?? '', made.text].join('\n');
      return date === null ? [] : [{ post: { date, title, body: made.body }, text }];
    });
    // Newest first; posts of one minute in the order of the file, the last one on top.
    return posts.reverse().sort((a, b) => b.post.date.ms - a.post.date.ms);
  }

  function breakingUntil(head: Head, from: number | null, problems: Problem[]): number | null {
    const { breaking } = head.values;
    if (breaking === true) return from === null ? null : from + SIX_HOURS;
    return (
      readMoment(breaking, head.nameOf('breaking'), zone, problems, () => head.place('breaking'))?.ms ?? null
    );
  }
}

/** Addresses as each language of the site has them, made once. */
function byLanguage(config: ParseConfig): (lang: string) => OwnAddress {
  const main = ownAddress(config, localFor(config, config.language));
  const others = new Map<LocalConfig, OwnAddress>(
    config.languages.map((local) => [local, ownAddress(config, local)]),
  );
  return (lang) => (config.languages.length === 0 ? main : (others.get(localFor(config, lang)) ?? main));
}

/** The original that a file's name tells: at no place of the file, and not missed where there is none. */
const besideIt = ({ original }: FileLanguage): Reference | null =>
  original === null ? null : { text: original, line: 1, column: 1 };

/**
 * Lines such as `[#]: author: (Name)` and `[//]: # (a remark)` at the start of a text are remarks: definitions of a link
 * that nobody uses. Those that are not quite definitions (brackets inside brackets) would stand before the headline.
 */
function withoutComments(body: string): string {
  return REMARKS.test(body)
    ? body.replace(REMARKS, (lines) => '\n'.repeat(lines.split('\n').length - 1))
    : body;
}
const REMARKS = /^(?:\[(?:#|\/\/)\]:[^\n]*\n)+/;

/** Links to other sites in a story that was paid for say so to search engines. */
function paidLinks({ values }: Head): { rel?: string } {
  return values.kind === 'sponsored' ? { rel: 'sponsored' } : {};
}

function dateOfName(name: FileName, zone: string): Moment | null {
  if (name.date === null) return null;
  const result = startOfDay(name.date.year, name.date.month, name.date.day, zone);
  return 'moment' in result ? result.moment : null;
}

function later(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.max(a, b);
}

function reference(head: Head, field: 'series' | 'translationOf' | 'template'): Reference | null {
  const text = head.values[field];
  return text === undefined ? null : { text, ...(head.spots[field] ?? { line: 1, column: 1 }) };
}

function pictureOf(
  { values, part, place }: Head,
  line: (text: string) => string,
  problems: Problem[],
): Picture | null {
  const { image } = values;
  if (image === undefined) return null;
  // Not by `place`, which counts the file's lines: that is for problems.
  const { line: at, column } = part('image', 'src') ?? { line: 1, column: 1 };
  const said = (text: string | undefined): string | null => (text === undefined ? null : line(text));
  return {
    src: { text: image.src, line: at, column },
    alt: line(image.alt === '' ? (values.imageAlt ?? '') : image.alt),
    caption: said(image.caption ?? values.imageCaption),
    credit: said(image.credit ?? values.imageCredit),
    focus: focusOf(image.focus, place, problems),
  };
}

/** What is said of the picture where none is named. */
function pictureWords({ values }: Head, line: (text: string) => string): Article['pictureWords'] {
  const { image, imageAlt, imageCaption, imageCredit } = values;
  const said = (text: string | undefined): string | null => (text === undefined ? null : line(text));
  if (image !== undefined || (imageAlt ?? imageCaption ?? imageCredit) === undefined) return null;
  return { alt: said(imageAlt), caption: said(imageCaption), credit: said(imageCredit) };
}

function focusOf(written: string | undefined, place: Head['place'], problems: Problem[]): Focus | null {
  const focus = written === undefined ? null : parseFocus(written);
  if (written !== undefined && focus === null) problems.push(invalidFocus(place('image', 'focus'), written));
  return focus;
}

/** The credit of a syndicated story. A canonical address on this site is no credit. */
function sourceOf({ values }: Head, config: ParseConfig): Source | null {
  const written = values.source?.url ?? values.sourceUrl ?? null;
  const url = written === null ? null : strictAddress(written);
  const name = values.source?.name ?? null;
  if (name === null && url === null) return null;
  const host = url === null ? '' : new URL(url).host.replace(/^www\./, '');
  const own = [config.url, config.ownUrl].map((one) => new URL(one).host.replace(/^www\./, ''));
  if (values.source === undefined && own.includes(host)) return null;
  return { name: name ?? host, url };
}
