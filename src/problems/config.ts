import type { Problem } from '../model/problem.js';
import type { Located } from './locate.js';
import { shown } from './quote.js';
import { suggestion } from './suggest.js';
import { yamlWords } from './yaml-words.js';

const list = (names: readonly string[]): string => names.map((name) => `\`${shown(name)}\``).join(', ');

export const configSyntax = (place: Located, code: string, message: string): Problem => ({
  ...place,
  code: 'config-syntax',
  severity: 'error',
  ...yamlWords(code, message, place.source),
});

export const configNotAMap = (place: Located): Problem => ({
  ...place,
  code: 'config-not-a-map',
  severity: 'error',
  message: 'This file should hold options, each a name, a colon and a value. It holds something else.',
  hint: 'Begin with a line such as `title: The Daily Example`',
});

export const configEncoding = (place: Located): Problem => ({
  ...place,
  code: 'config-encoding',
  severity: 'error',
  message: 'This file is not UTF-8 text: some of its bytes stand for no character.',
  hint: 'Open the file in an editor and save it with the encoding UTF-8.',
});

export const configTooLong = (place: Located): Problem => ({
  ...place,
  code: 'config-too-long',
  severity: 'error',
  message:
    'This file has more than a million characters. Options have some hundred lines; something else got in here.',
  hint: 'Take the file back from an older version: `git log -- content/site.yaml` lists them.',
});

export const configAliases = (place: Located): Problem => ({
  ...place,
  code: 'config-aliases',
  severity: 'error',
  message:
    'This file comes to more values than any site needs: its references (`&name`, `*name`) lead in a circle or multiply, or it holds data that is no option.',
  hint: 'Write the values out where they are used, without `&` and `*`, and keep data out of this file.',
});

export const redirectsOneFile = (place: Located): Problem => ({
  ...place,
  code: 'redirects-one-file',
  severity: 'error',
  message:
    '`redirects` names both `netlify` and `cloudflare`. Each would write the file `_redirects`, in words that the other does not read.',
  hint: 'Name the host that readers reach, such as `redirects: [html, cloudflare]`.',
});

export const slotWidth = (place: Located, width: string): Problem => ({
  ...place,
  code: 'slot-width',
  severity: 'error',
  message: `\`${shown(width)}\` is no width of a window: it must be a whole number of pixels.`,
  hint: 'Write heights by widths, such as `in-article: { 0: 280, 728: 90 }`: 280 pixels high, and 90 in windows of 728 pixels and more.',
});

export const relatedCounts = (place: Located, count: number, pageCount: number): Problem => ({
  ...place,
  code: 'related-counts',
  severity: 'warning',
  message: `\`related.count\` puts ${count} articles at the foot of an article, more than the ${pageCount} of \`related.pageCount\` on the page of related news, which should hold more. It holds as many.`,
  hint: `Write a larger \`pageCount\`, such as \`pageCount: ${Math.min(100, count * 2)}\`, or a smaller \`count\`.`,
});

export const unknownOption = (place: Located, name: string, known: readonly string[]): Problem => ({
  ...place,
  code: 'unknown-option',
  severity: 'warning',
  message: `There is no option \`${shown(name)}\`, so this line has no effect.${suggestion(name.split('.').at(-1) ?? name, known)}`,
  hint: 'Correct the name, delete the line, or move it under `extra:` if your templates read it.',
});

export const optionSpelledTwice = (place: Located, name: string, other: string): Problem => ({
  ...place,
  code: 'option-spelled-twice',
  severity: 'error',
  message: `\`${shown(name)}\` and \`${shown(other)}\` are spellings of one option, and both stand here. Only one of them could count.`,
  hint: 'Keep one of the two lines and delete the other.',
});

export const optionType = (
  place: Located,
  name: string,
  wanted: string,
  found: string,
  example: string | undefined,
): Problem => ({
  ...place,
  code: 'option-type',
  severity: 'error',
  message: `\`${shown(name)}\` must be ${wanted}. Here it is ${found}.`,
  hint:
    example === undefined
      ? `Write ${wanted} there, or delete the line to get the default.`
      : `Delete it to get the default, or write it as in this example:\n${example.replace(/^/gm, '    ')}`,
});

export const optionMissing = (place: Located, name: string, wanted: string): Problem => ({
  ...place,
  code: 'option-missing',
  severity: 'error',
  message: `\`${shown(name)}\` is missing here, and there is no default for it.`,
  hint: `Add a line \`${name.split('.').at(-1)}:\` with ${wanted}.`,
});

export const optionValue = (
  place: Located,
  name: string,
  value: string,
  allowed: readonly string[],
): Problem => ({
  ...place,
  code: 'option-value',
  severity: 'error',
  message: `\`${shown(name)}\` cannot be \`${shown(value)}\`.${suggestion(value, allowed)}`,
  hint: `Write one of these: ${list(allowed)}`,
});

export const optionRange = (
  place: Located,
  name: string,
  bound: 'least' | 'most',
  limit: number,
): Problem => ({
  ...place,
  code: 'option-range',
  severity: 'error',
  message: `\`${shown(name)}\` must be at ${bound} ${limit}.`,
  hint: `Write a number that is ${limit} or ${bound === 'least' ? 'more' : 'less'}.`,
});

export const missingUrl = (place: Located): Problem => ({
  ...place,
  code: 'missing-url',
  severity: 'warning',
  message:
    'The site has no `url` yet, so links in feeds, sitemaps and previews lead to `http://localhost:8080/`, where only you can read.',
  hint: 'Add the address of the site: `url: https://www.example.org/`',
});

export const invalidUrl = (place: Located, name: string, value: string, why: string): Problem => ({
  ...place,
  code: 'invalid-url',
  severity: 'error',
  message: `\`${shown(name)}\` cannot be \`${shown(value)}\`: ${why}.`,
  hint: `Write the whole address of the front page: \`${shown(name)}: https://${/^[\w-]+(\.[\w-]+)+$/.test(value) ? value : 'www.example.org'}/\``,
});

export const invalidTimezone = (place: Located, value: string, known: readonly string[]): Problem => ({
  ...place,
  code: 'invalid-timezone',
  severity: 'error',
  message: `There is no time zone \`${shown(value)}\`.${suggestion(value, known)} Dates are read and shown in this zone.`,
  hint: 'Write the name of a zone as continent and city: `timezone: Europe/Tirane`',
});

export const invalidLanguage = (place: Located, value: string): Problem => ({
  ...place,
  code: 'invalid-language',
  severity: 'error',
  message: `\`${shown(value)}\` is not a language tag. Browsers, screen readers and search engines go by it.`,
  hint: 'Write the tag of the language, with a country where it matters: `language: en`, `language: pt-BR`',
});

export const unknownLanguage = (place: Located, value: string): Problem => ({
  ...place,
  code: 'unknown-language',
  severity: 'error',
  message: `\`languages\` names \`${shown(value)}\`, which is not a language tag.`,
  hint: 'Write the tag of the language, as articles write it in `lang`: `sq` for Albanian, `ar` for Arabic, `zh-Hant`.',
});

export const languageTwice = (place: Located, language: string, main: boolean): Problem => ({
  ...place,
  code: 'language-twice',
  severity: 'error',
  message: main
    ? `\`${language}\` is the main language of the site already: \`language\` says so.`
    : `\`languages\` has \`${language}\` twice.`,
  hint: main
    ? 'Take it out of `languages`. What the site says in its main language stands above, in `title`, `sections` and so on.'
    : 'Keep one of the two.',
});

export const invalidPrefix = (place: Located, value: string): Problem => ({
  ...place,
  code: 'invalid-prefix',
  severity: 'error',
  message: `\`${shown(value)}\` can’t be the address of a language: it is one folder of letters, digits and hyphens.`,
  hint: 'Write `prefix: /sq/`, with the name that readers shall see in addresses.',
});

export const prefixTaken = (place: Located, prefix: string, holder: string): Problem => ({
  ...place,
  code: 'prefix-taken',
  severity: 'error',
  message: `The address \`${shown(prefix)}\` belongs to ${holder}, so no language can live there.`,
  hint: 'Give the language another `prefix`. Addresses that readers know stay as they are.',
});

export const invalidPermalink = (place: Located, value: string, why: string): Problem => ({
  ...place,
  code: 'invalid-permalink',
  severity: 'error',
  message: `The pattern \`${shown(value)}\` cannot make addresses of articles: ${why}.`,
  hint: 'A pattern begins and ends with `/` and holds `:slug` or `:id`; there are also `:year`, `:month`, `:day`, `:section`. The default is `permalink: /:year/:month/:slug/`',
});

export const reservedSection = (place: Located, slug: string, segment: string): Problem => ({
  ...place,
  code: 'reserved-section',
  severity: 'error',
  message: `The section \`${shown(slug)}\` cannot have the address \`/${shown(slug)}/\`: \`${segment}\` is the address of a page that Dateline makes itself.`,
  hint: `Give the section another address and keep its name: \`{ title: ${segment.charAt(0).toUpperCase()}${segment.slice(1)}, slug: ${/^\d+$/.test(segment) ? `year-${segment}` : `${segment}-news`} }\``,
});

export const invalidSectionSlug = (place: Located, slug: string, clean: string): Problem => ({
  ...place,
  code: 'invalid-section-slug',
  severity: 'error',
  message: `\`${shown(slug)}\` cannot be the address of a section. An address holds letters, digits and hyphens, and \`/\` between a section and the one inside it.`,
  hint:
    clean === '' ? 'Write a slug in letters: `slug: world`' : `Write it like this: \`slug: ${shown(clean)}\``,
});

export const duplicateSection = (place: Located, slug: string): Problem => ({
  ...place,
  code: 'duplicate-section',
  severity: 'error',
  message: `There are two sections with the address \`/${shown(slug)}/\`. Their articles would stand on one page.`,
  hint: 'Delete one of them, or give one another slug: `{ title: World, slug: world-news }`',
});

export const unknownSection = (place: Located, slug: string, known: readonly string[]): Problem => ({
  ...place,
  code: 'unknown-section',
  severity: 'warning',
  message: `\`defaultSection\` names the section \`${shown(slug)}\`, which is not in \`sections\`.${suggestion(slug, known)}`,
  hint: `Correct the name, or add it to the list: \`sections: [${[...known.slice(0, 3), slug].join(', ')}]\``,
});

export const unknownNeverSection = (place: Located, slug: string, known: readonly string[]): Problem => ({
  ...place,
  code: 'unknown-never-section',
  severity: 'warning',
  message: `\`related.never\` names the section \`${shown(slug)}\`, which is not in \`sections\`. It keeps nothing out.${suggestion(slug, known)}`,
  hint: `Correct the name, or take it out. The sections are ${list(known.slice(0, 6))}.`,
});

export const unsafePath = (place: Located, name: string, value: string): Problem => ({
  ...place,
  code: 'unsafe-path',
  severity: 'error',
  message: `\`${shown(name)}\` holds the path \`${shown(value)}\`, which leaves the site's folder by \`..\`.`,
  hint: 'Write a path inside the site, without `..`: `/media/logo.svg`',
});

export const invalidPath = (place: Located, name: string, value: string): Problem => ({
  ...place,
  code: 'invalid-path',
  severity: 'error',
  message: `\`${shown(value)}\` in \`${shown(name)}\` is not a path on this site.`,
  hint: `Begin it with \`/\`: \`/${value.replace(/^[./\\]+/, '')}\``,
});

export const invalidColour = (place: Located, name: string, value: string): Problem => ({
  ...place,
  code: 'invalid-colour',
  severity: 'error',
  message: `\`${shown(value)}\` is no colour that cards can have (\`${shown(name)}\`).`,
  hint: 'Write it as six hexadecimal digits in quotes: `"#1f6f2e"`',
});

export const invalidLink = (place: Located, name: string, value: string): Problem => ({
  ...place,
  code: 'invalid-link',
  severity: 'error',
  message: `\`${shown(value)}\` in \`${shown(name)}\` is no address that a reader could follow.`,
  hint: 'Write a path on this site that begins with `/`, such as `/about/`, or a whole address that begins with `https://`, `http://`, `mailto:` or `tel:`.',
});

export const invalidSearchEngine = (place: Located, value: string): Problem => ({
  ...place,
  code: 'invalid-search-engine',
  severity: 'error',
  message: `\`${shown(value)}\` is no address that a search engine could be asked at.`,
  hint: 'Write its whole address with `{query}` where the words stand: `https://duckduckgo.com/?q={query}`',
});

export const unknownField = (place: Located, name: string, known: readonly string[]): Problem => ({
  ...place,
  code: 'unknown-field-target',
  severity: 'error',
  message: `\`fields\` maps other names on Dateline's own, and \`${shown(name)}\` is none of those.${suggestion(name, known)}`,
  hint: 'Write our name first and the names that your files use behind it: `summary: [description, deck]`',
});

export const unknownCode = (place: Located, code: string, known: readonly string[]): Problem => ({
  ...place,
  code: 'unknown-code',
  severity: 'warning',
  message: `\`severity\` names \`${shown(code)}\`, and there is no warning of that code.${suggestion(code, known)}`,
  hint: 'Codes stand behind the place in every message, such as `broken-link`.',
});

export const fixedSeverity = (place: Located, code: string): Problem => ({
  ...place,
  code: 'fixed-severity',
  severity: 'warning',
  message: `\`${shown(code)}\` is an error, and errors can be neither silenced nor lowered: the site would be wrong or unsafe. This line has no effect.`,
  hint: 'Delete the line. To publish without the articles that have errors, build with `--on-invalid skip`.',
});

export const unsafeHtml = (place: Located, element: string): Problem => ({
  ...place,
  code: 'unsafe-html',
  severity: 'error',
  message: `\`html.allow\` cannot hold \`${shown(element)}\`: what it loads or runs would be out of the newsroom's hands.`,
  hint: 'Delete it from the list. Videos and posts of other sites are embedded with `@[youtube](id)`.',
});

export const slotEmpty = (place: Located, name: string): Problem => ({
  ...place,
  code: 'slot-empty',
  severity: 'warning',
  message: `The slot \`${shown(name)}\` names no article and has no query, so it will never show anything.`,
  hint: 'Add articles with `items: [world/summit-ends]`, or let it fill itself: `query: { section: world, limit: 3 }`',
});

export const slotDuplicate = (place: Located, name: string): Problem => ({
  ...place,
  code: 'slot-duplicate',
  severity: 'error',
  message: `There are two slots called \`${shown(name)}\`, and a template could not tell them apart.`,
  hint: 'Give one of them another name, or put their articles into one slot.',
});

export const slotTime = (place: Located, name: string, value: string): Problem => ({
  ...place,
  code: 'slot-time',
  severity: 'error',
  message: `\`${shown(name)}\` is \`${shown(value)}\`, which is not a date.`,
  hint: `Write the day and, if you like, the time: \`${shown(name)}: 2026-11-24 18:00\``,
});

export const slotTimesCrossed = (place: Located): Problem => ({
  ...place,
  code: 'slot-times-crossed',
  severity: 'error',
  message: '`until` is not after `from`, so this slot would never be shown.',
  hint: 'Write a later time behind `until:`, or an earlier one behind `from:`.',
});
