import type { CatalogueEntry } from './entry.js';

/** What `docs/problems.md` says of the codes in `problems/config.ts`. */
export const config: readonly CatalogueEntry[] = [
  {
    code: 'config-syntax',
    severity: 'error',
    title: 'The file is not valid YAML',
    explanation:
      '`site.yaml` and the files of `content/fronts/` are lists of names and values. A sign in the wrong place keeps all of it from being read, so nothing is published until it is mended. The message names the usual cause; texts with a colon in them belong in quotes.',
    example: 'title: News: today',
    cure: 'title: "News: today"',
  },
  {
    code: 'unknown-language',
    severity: 'error',
    title: '`languages` names something that is no language tag',
    explanation:
      'The names under `languages` are tags, as articles write them in `lang`: `sq`, `ar`, `pt-BR`. Browsers, screen readers and search engines go by them.',
    example: 'languages:\n  albanian: { title: Fletorja }',
    cure: 'languages:\n  sq: { title: Fletorja }',
  },
  {
    code: 'language-twice',
    severity: 'error',
    title: 'A language is there twice',
    explanation:
      'The main language is that of `language`, and the options of the site are in it. `languages` has the others, each once.',
    example: 'language: en\nlanguages:\n  en: { prefix: /en/ }\n  sq: { prefix: /sq/ }',
    cure: 'language: en\nlanguages:\n  sq: { prefix: /sq/ }',
  },
  {
    code: 'invalid-prefix',
    severity: 'error',
    title: 'A language has no address',
    explanation:
      'All pages of another language stand in one folder: `/sq/`. Its name has letters, digits, `-` and `_`. The main language has none, so that its addresses never move.',
    example: 'languages:\n  sq: { prefix: / }',
    cure: 'languages:\n  sq: { prefix: /sq/ }',
  },
  {
    code: 'prefix-taken',
    severity: 'error',
    title: 'The address of a language belongs to something else',
    explanation:
      'A language stands in a folder of its own. What a section, a page or another language has already keeps its address.',
    example: 'sections: [World, SQ]\nlanguages:\n  sq: { prefix: /sq/ }',
    cure: 'sections: [World, SQ]\nlanguages:\n  sq: { prefix: /shqip/ }',
  },
  {
    code: 'redirects-one-file',
    severity: 'error',
    title: 'Two hosts want the same file of redirects',
    explanation:
      'Netlify and Cloudflare both read `_redirects`, but not the same rules. A site is published at one of them.',
    example: 'redirects: [netlify, cloudflare]',
    cure: 'redirects: [html, netlify]',
  },
  {
    code: 'slot-width',
    severity: 'error',
    title: 'A slot has a height for something that is no width',
    explanation:
      'Under the name of a slot stand heights by the width of the window from which they count, both in pixels and without a unit.',
    example: 'slots:\n  in-article: { phone: 280, 728px: 90 }',
    cure: 'slots:\n  in-article: { 0: 280, 728: 90 }',
  },
  {
    code: 'related-counts',
    severity: 'warning',
    title: 'The page of related news would hold less than the foot of the article',
    explanation:
      'The foot of an article leads on to its page of related news for more. Where `count` is larger than `pageCount`, the page holds as many as the foot.',
    example: 'related:\n  count: 20   # and `pageCount` is 12 by default',
    cure: 'related:\n  count: 20\n  pageCount: 40',
  },
  {
    code: 'unknown-never-section',
    severity: 'warning',
    title: '`related.never` names no section',
    explanation:
      'Articles of the sections in `related.never` are in no list of related news. The name is not in `sections`, so it would keep nothing out.',
    example: 'related:\n  never: { sections: [notises] }',
    cure: 'related:\n  never: { sections: [notices] }',
  },
  {
    code: 'config-not-a-map',
    severity: 'error',
    title: 'The file holds something else than options',
    explanation:
      'Options are lines of a name, a colon and a value. A file that holds one text or a list names no option.',
    example: '- The Daily Example',
    cure: 'title: The Daily Example',
  },
  {
    code: 'config-encoding',
    severity: 'error',
    title: 'The file is not UTF-8',
    explanation:
      'Dateline reads UTF-8, the encoding of every current editor. In another encoding letters such as `ë` become other signs.',
    example: 'tagline: Lajme nga Gjirokast\\xebr   # saved as Latin-1',
    cure: 'Open the file, choose “Save with encoding: UTF-8”, and save it.',
  },
  {
    code: 'config-too-long',
    severity: 'error',
    title: 'The file is longer than a million characters',
    explanation:
      'Options have some hundred lines. So long a file holds something that does not belong there, and reading it would take long.',
    example: 'extra: { dump: "…a database…" }',
    cure: 'Keep data out of `site.yaml`.',
  },
  {
    code: 'config-aliases',
    severity: 'error',
    title: 'References lead in a circle or multiply without end',
    explanation:
      'YAML can name a value (`&name`) and repeat it (`*name`). References to references multiply, and one to itself never ends.',
    example: 'extra: &all { again: *all }',
    cure: 'extra: { again: once }',
  },
  {
    code: 'unknown-option',
    severity: 'warning',
    title: 'There is no option of this name',
    explanation:
      'Most often it is a slip of the fingers, and the option that was meant has its default. `docs/site-yaml.md` lists all options. What your own templates read stands under `extra`.',
    example: 'timezon: Europe/Tirane',
    cure: 'timezone: Europe/Tirane',
  },
  {
    code: 'option-spelled-twice',
    severity: 'error',
    title: 'One option stands there in two spellings',
    explanation:
      'Options may be written as `timeZone`, `time_zone` or `time-zone`. Two spellings of one option say two things.',
    example: 'time_zone: Europe/Tirane\ntimezone: UTC',
    cure: 'timezone: Europe/Tirane',
  },
  {
    code: 'option-type',
    severity: 'error',
    title: 'An option has the wrong kind of value',
    explanation:
      'Each option wants a text, a number, a list or a group of options; `docs/site-yaml.md` says which and shows an example.',
    example: 'related: 5',
    cure: 'related:\n  count: 5',
  },
  {
    code: 'option-missing',
    severity: 'error',
    title: 'A value is missing that has no default',
    explanation:
      'Entries of some lists have parts that can’t be guessed: a link its address, a slot its name.',
    example: 'footer:\n  - name: About us',
    cure: 'footer:\n  - name: About us\n    url: /about/',
  },
  {
    code: 'option-value',
    severity: 'error',
    title: 'An option has a value that it does not know',
    explanation: 'Some options know a few words only; the message lists them.',
    example: 'slugs: latin',
    cure: 'slugs: ascii',
  },
  {
    code: 'option-range',
    severity: 'error',
    title: 'A number is too small or too large',
    explanation: 'The message says how far the number may go.',
    example: 'related:\n  count: 500',
    cure: 'related:\n  count: 5',
  },
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
  {
    code: 'reserved-section',
    severity: 'error',
    title: 'A section has an address that Dateline needs itself',
    explanation:
      '`/tags/`, `/authors/`, `/archive/`, the years and some others are pages that every site has.',
    example: 'sections: [Politics, Archive]',
    cure: 'sections:\n  - Politics\n  - { title: Archive, slug: from-the-archive }',
  },
  {
    code: 'invalid-section-slug',
    severity: 'error',
    title: 'A section’s slug cannot be an address',
    explanation:
      'A slug is one or more words of letters, digits and hyphens; `/` stands between a section and the one inside it.',
    example: 'sections:\n  - { title: World, slug: ../world }',
    cure: 'sections:\n  - { title: World, slug: world }',
  },
  {
    code: 'duplicate-section',
    severity: 'error',
    title: 'Two sections have one address',
    explanation:
      'The address is made of the name, or is the `slug`. Sections with one address would be one page.',
    example: 'sections: [World, world]',
    cure: 'sections: [World]',
  },
  {
    code: 'unknown-section',
    severity: 'warning',
    title: 'The default section is not among the sections',
    explanation:
      'Articles that name no section are put into `defaultSection`. One that is not in `sections` stands behind all others in the navigation, which is rarely meant.',
    example: 'sections: [News, Sport]\ndefaultSection: new',
    cure: 'sections: [News, Sport]\ndefaultSection: news',
  },
  {
    code: 'unsafe-path',
    severity: 'error',
    title: 'A path leaves the site’s folder',
    explanation: '`..` leads to folders around the site, whose files are nobody else’s business.',
    example: 'publisher:\n  logo: ../../logo.png',
    cure: 'publisher:\n  logo: /media/logo.png',
  },
  {
    code: 'invalid-path',
    severity: 'error',
    title: 'A path does not begin with a slash',
    explanation: 'Paths on the site are written from its top, so that they mean the same on every page.',
    example: 'elsewhere: [shop]',
    cure: 'elsewhere: [/shop/]',
  },
  {
    code: 'invalid-search-engine',
    severity: 'error',
    title: 'A search engine has no address that can be asked',
    explanation:
      'Readers without script are shown a link to the search engine, with the address of this site in the place of `{query}`.',
    example: 'search:\n  engine: duckduckgo.com',
    cure: 'search:\n  engine: "https://duckduckgo.com/?q={query}"',
  },
  {
    code: 'invalid-colour',
    severity: 'error',
    title: 'A colour of cards can’t be read',
    explanation:
      'Drawn cards have grounds of one colour, written with its red, green and blue in hexadecimal digits.',
    example: 'pictures: { colours: { sport: green } }',
    cure: 'pictures: { colours: { sport: "#1f6f2e" } }',
  },
  {
    code: 'invalid-link',
    severity: 'error',
    title: 'A link has an address that nobody can follow',
    explanation:
      'A link leads to a path on the site or to a whole address. Scripts (`javascript:`) are never links.',
    example: 'footer:\n  - { name: About us, url: about }',
    cure: 'footer:\n  - { name: About us, url: /about/ }',
  },
  {
    code: 'unknown-field-target',
    severity: 'error',
    title: '`fields` names a field that articles don’t have',
    explanation:
      'On the left stands one of Dateline’s own fields (`docs/content.md`), behind it the names that your files use.',
    example: 'fields:\n  topics: [tags]',
    cure: 'fields:\n  tags: [topics]',
  },
  {
    code: 'unknown-code',
    severity: 'warning',
    title: '`severity` names a code that there is not',
    explanation: 'The codes of warnings are listed on this page.',
    example: 'severity:\n  missing-alts: error',
    cure: 'severity:\n  missing-alt: error',
  },
  {
    code: 'fixed-severity',
    severity: 'warning',
    title: '`severity` lowers an error',
    explanation:
      'A warning may be silenced or made an error. An error stays one: the site would be wrong, or unsafe for its readers.',
    example: 'severity:\n  option-type: off',
    cure: 'Delete the line. To publish without the articles that have errors, build with `--on-invalid skip`.',
  },
  {
    code: 'unsafe-html',
    severity: 'error',
    title: '`html.allow` names an element that can never be allowed',
    explanation:
      'Scripts, frames, styles, forms and the like run code or load pages of other servers in the newsroom’s name.',
    example: 'html:\n  allow: [sub, iframe]',
    cure: 'html:\n  allow: [sub]',
  },
  {
    code: 'slot-empty',
    severity: 'warning',
    title: 'A slot can never show anything',
    explanation:
      'A slot of a front shows the articles under `items` and what its `query` finds. This one has neither.',
    example: 'slots:\n  - name: election',
    cure: 'slots:\n  - name: election\n    query: { tag: election, limit: 4 }',
  },
  {
    code: 'slot-duplicate',
    severity: 'error',
    title: 'Two slots of a front have one name',
    explanation:
      'A template finds a slot by its name. `lead:` and `secondary:` are slots of these names too.',
    example: 'lead: world/summit-ends\nslots:\n  - { name: lead, items: [politics/vote] }',
    cure: 'lead: world/summit-ends',
  },
  {
    code: 'slot-time',
    severity: 'error',
    title: 'A slot’s time is not a date',
    explanation: '`from` and `until` are dates as in articles, in the time zone of the site.',
    example: 'until: sunday evening',
    cure: 'until: 2026-11-30 20:00',
  },
  {
    code: 'slot-times-crossed',
    severity: 'error',
    title: 'A slot ends before it begins',
    explanation: 'Such a slot would never be shown.',
    example: 'from: 2026-11-30\nuntil: 2026-11-29',
    cure: 'from: 2026-11-29\nuntil: 2026-11-30',
  },
];
