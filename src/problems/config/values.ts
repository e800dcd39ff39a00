import type { Problem } from '../../model/problem.js';
import type { Located } from '../locate.js';
import { shown } from '../quote.js';

/** Paths, addresses and colours that can be none. */

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
