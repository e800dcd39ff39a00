import type { Problem } from '../../model/problem.js';
import type { Located } from '../locate.js';
import { shown } from '../quote.js';
import { suggestion } from '../suggest.js';

/** What is wrong with where and in which language the site stands. */

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

export const invalidPermalink = (place: Located, value: string, why: string): Problem => ({
  ...place,
  code: 'invalid-permalink',
  severity: 'error',
  message: `The pattern \`${shown(value)}\` cannot make addresses of articles: ${why}.`,
  hint: 'A pattern begins and ends with `/` and holds `:slug` or `:id`; there are also `:year`, `:month`, `:day`, `:section`. The default is `permalink: /:year/:month/:slug/`',
});
