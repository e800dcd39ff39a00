import type { CatalogueEntry } from '../entry.js';

export const newsroom: readonly CatalogueEntry[] = [
  {
    code: 'missing-url',
    severity: 'warning',
    title: 'The site has no address yet',
    explanation:
      'Feeds, sitemaps, previews in social networks and canonical links need whole addresses. Until `url` is set they lead to your own machine. `--base-url` of a command counts as set.',
    example: 'title: The Daily Example',
    cure: 'title: The Daily Example\nurl: https://www.example.org/',
  },
  {
    code: 'invalid-url',
    severity: 'error',
    title: 'The address of the site cannot be one',
    explanation:
      'It is the address of the front page as readers type it, with `https://` in front and without `?` or `#`.',
    example: 'url: www.example.org',
    cure: 'url: https://www.example.org/',
  },
  {
    code: 'invalid-timezone',
    severity: 'error',
    title: 'There is no such time zone',
    explanation:
      'Zones are named by continent and city, because they have their own summer time. An offset such as `+02:00` would be wrong for half of the year.',
    example: 'timezone: CEST',
    cure: 'timezone: Europe/Tirane',
  },
  {
    code: 'invalid-language',
    severity: 'error',
    title: 'There is no such language tag',
    explanation:
      'Languages are named by tags of two or three letters, with a country or script where it matters.',
    example: 'language: Albanian',
    cure: 'language: sq',
  },
  {
    code: 'invalid-permalink',
    severity: 'error',
    title: 'The pattern cannot make addresses of articles',
    explanation:
      'Every article needs an address of its own, inside the site. The pattern is made of slashes, words and `:year`, `:month`, `:day`, `:section`, `:slug`, `:id`.',
    example: 'permalink: /:year/:title',
    cure: 'permalink: /:year/:slug/',
  },
];
