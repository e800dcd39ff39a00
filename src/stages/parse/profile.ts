import type { Problem } from '../../model/problem.js';
import type { GroupKind, Profile, StandingPage } from '../../model/profile.js';
import { addressOutside, reservedAddress } from '../../problems/front-matter/addresses.js';
import { addressTooLong } from '../../problems/front-matter/fields.js';
import { missingTitle } from '../../problems/front-matter/title-and-date.js';
import { locator } from '../../problems/index.js';
import { pageFields, profileFields } from '../../schema/profile.js';
import { parseFocus } from '../../text/focus.js';
import { isReserved } from '../../text/reserved.js';
import { slugPath } from '../../text/slug.js';
import { wordsOfSlug } from '../../text/slug-names.js';
import { strictAddress } from '../../text/urls.js';
import { LONGEST_ADDRESS, LONGEST_GROUP, sitePath } from './addresses.js';
import type { ParseConfig } from './config.js';
import { decode } from './decode.js';
import { fieldReader } from './fields.js';
import { aliasesOf, type Parsed, parsed } from './file.js';
import { splitFrontMatter } from './front-matter.js';
import { glimpseOf } from './hidden.js';
import { languageOfFile, localFor, tellOfCountry } from './languages.js';
import type { Markdown } from './markdown/index.js';

/** Makes the function that reads profiles of authors, sections, tags and series. */
export function profileParser(
  config: ParseConfig,
  markdown: Markdown,
): (kind: GroupKind, id: string, file: string, bytes: Uint8Array) => Parsed<Profile> {
  const read = fieldReader(profileFields, withoutMapping(config));
  const inPath = languageOfFile(config);
  return (kind, named, file, bytes) => {
    const path = inPath(file);
    const lang = path.lang ?? config.language;
    const translated = lang !== config.language;
    const id = path.lang === null ? named : named.replace(/\.[^./]+$/, '');
    const decoded = decode(file, bytes);
    if (decoded.text === null) return parsed<Profile>(null, decoded.problems, { hidden: false });
    const at = locator(file, decoded.text);
    const split = splitFrontMatter(file, decoded.text);
    const head = read(split.fields, at);
    const { values } = head;
    if (split.broken)
      return parsed<Profile>(null, [...decoded.problems, ...split.problems], { hidden: false });
    const problems: Problem[] = [...decoded.problems, ...split.problems, ...head.problems];
    const made = markdown(split.body, {
      file,
      line: split.bodyLine,
      lang,
      runIn: null,
      takeTitle: values.title === undefined,
    });
    problems.push(...made.problems);
    const said = (text: string | undefined): string | null =>
      text === undefined ? null : markdown.line(text, lang);
    const nameOfFile = (): string =>
      translated ? '' : wordsOfSlug(id.split('/').at(-1) ?? id, kind === 'author');
    const slug = slugPath(id, config.slugs);
    if (slug.length > LONGEST_GROUP) problems.push(addressTooLong(at.line(1, 1), `/${slug}/`, LONGEST_GROUP));
    const { line, column } = head.part('picture', 'src') ?? { line: 1, column: 1 };
    const profile: Profile = {
      kind,
      id,
      file,
      lang,
      title: said(values.title) ?? made.title ?? nameOfFile(),
      description: said(values.description),
      picture:
        values.picture === undefined
          ? null
          : {
              src: { text: values.picture.src, line, column },
              alt: values.picture.alt,
              caption: values.picture.caption ?? null,
              credit: values.picture.credit ?? null,
              focus: values.picture.focus === undefined ? null : parseFocus(values.picture.focus),
            },
      order: values.order ?? null,
      names: values.names,
      aliases: aliasesOf(head.items('aliases'), head.nameOf('aliases'), '', config, at, problems),
      role: said(values.role),
      organization: values.organization,
      email: values.email ?? null,
      sameAs: values.sameAs.map((address) => strictAddress(address) ?? address),
      body: made.body,
      extra: head.extra,
      spots: head.spots,
    };
    return parsed(profile, problems, { hidden: false });
  };
}

/** Makes the function that reads standing pages. */
export function pageParser(
  config: ParseConfig,
  markdown: Markdown,
): (file: string, bytes: Uint8Array) => Parsed<StandingPage> {
  const read = fieldReader(pageFields, withoutMapping(config));
  const glimpse = glimpseOf(config);
  const inPath = languageOfFile(config);
  return (file, bytes) => {
    const decoded = decode(file, bytes);
    if (decoded.text === null) {
      return parsed<StandingPage>(null, decoded.problems, {
        hidden: glimpse.hidden(decoded.glimpse.slice(0, 20_000)),
      });
    }
    const at = locator(file, decoded.text);
    const split = splitFrontMatter(file, decoded.text);
    const head = read(split.fields, at);
    const { values } = head;
    if (split.broken) {
      const hidden = values.draft || glimpse.hidden(split.head);
      return parsed<StandingPage>(null, [...decoded.problems, ...split.problems], { hidden });
    }
    const problems: Problem[] = [...decoded.problems, ...split.problems, ...head.problems];
    const path = inPath(file);
    const lang = values.lang ?? path.lang ?? config.language;
    tellOfCountry(config, values.lang, () => head.place('lang'), problems);
    const made = markdown(split.body, {
      file,
      line: split.bodyLine,
      lang,
      runIn: null,
      takeTitle: values.title === undefined,
    });
    problems.push(...made.problems);
    const title = values.title === undefined ? made.title : markdown.line(values.title, lang);
    if (title === null && !head.refused('title')) problems.push(missingTitle(at.line(1, 1)));

    const id = file.replace(/^content\//, '').replace(ENDING, '');
    const { root } = localFor(config, lang);
    let url = root + pageUrl(path.file.replace(ENDING, '').replace(/^content\//, ''), config).slice(1);
    if (values.url !== undefined) {
      const own = sitePath(values.url, config);
      if ('path' in own)
        url = own.path.endsWith('/') ? own.path : `${own.path.replace(/\.[a-z0-9]+$/i, '')}/`;
      else if (own.fault === 'empty') url = '/';
      else problems.push(addressOutside(head.place('url'), head.nameOf('url'), values.url));
    }
    const [, top = ''] = url.slice(url.startsWith(root) ? root.length - 1 : 0).split('/');
    if (isReserved(top))
      problems.push(reservedAddress(head.place(values.url === undefined ? 'title' : 'url'), url, top));

    if (url.length > LONGEST_ADDRESS) problems.push(addressTooLong(head.place('url'), url, LONGEST_ADDRESS));

    const template = values.template;
    const page: StandingPage = {
      id,
      file,
      title: title ?? '',
      url,
      description: values.description === undefined ? null : markdown.line(values.description, lang),
      lang,
      translationOf:
        values.translationOf === undefined
          ? null
          : { text: values.translationOf, ...(head.spots.translationOf ?? { line: 1, column: 1 }) },
      noindex: values.noindex,
      draft: values.draft,
      template:
        template === undefined
          ? null
          : { text: template, ...(head.spots.template ?? { line: 1, column: 1 }) },
      aliases: aliasesOf(head.items('aliases'), head.nameOf('aliases'), url, config, at, problems),
      body: made.body,
      extra: head.extra,
      spots: head.spots,
    };
    const broken = problems.some((problem) => problem.severity === 'error');
    const hidden = values.draft || (broken && glimpse.hidden(split.head));
    return parsed(title === null ? null : page, problems, { hidden });
  };
}

const ENDING = /\.(?:md|markdown|mdown)$/i;

/** `fields` of site.yaml is about articles. */
function withoutMapping(config: ParseConfig): ParseConfig {
  return { ...config, fields: {} };
}

/** `pages/about` → `/about/`, `pages/help/index` → `/help/`. */
function pageUrl(id: string, config: ParseConfig): string {
  const path = id.replace(/^pages\//, '').replace(/(?:^|\/)_?index$/i, '');
  const slugs = slugPath(path, config.slugs);
  return slugs === '' ? '/' : `/${slugs}/`;
}
