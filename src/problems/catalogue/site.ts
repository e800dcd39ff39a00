import type { CatalogueEntry } from './entry.js';

export const site: readonly CatalogueEntry[] = [
  {
    code: 'duplicate-url',
    severity: 'error',
    title: 'Two articles have one address',
    explanation:
      'The address is made of the date and the slug (or as `permalink` says). With `--on-invalid skip`, both are left out and both are told: dates, slugs and paths can be written by whoever wants another’s place, so files can’t prove which was there first, and an address that readers know must never show another story. With `keep`, the one that has changed stands as it last was, and the other stays. What belongs to the site itself, a section of `site.yaml` or a standing page keeps its address from any article.',
    example: 'slug: election-results   # and another article of the same month has this slug too',
    cure: 'slug: election-results-runoff',
  },
  {
    code: 'duplicate-id',
    severity: 'error',
    title: 'Two articles have one id',
    explanation:
      'The id is an article’s permanent name: feeds and pins know it by that. It must be its own. As with addresses, both are left out; only an article whose id is its own path stays, for nobody else can have that.',
    example: 'id: port-strike   # copied together with the rest of another article',
    cure: 'Delete the line (the file’s path is then the id), or write another id.',
  },
  {
    code: 'duplicate-page',
    severity: 'error',
    title: 'A standing page has the address of something else',
    explanation:
      'A page of `content/pages/` would stand where a section of `site.yaml` or another page of the site is.',
    example: 'content/pages/sport.md   # and a section `sport`',
    cure: 'content/pages/sport-desk.md',
  },
  {
    code: 'section-taken',
    severity: 'error',
    title: 'A section’s address belongs to something else',
    explanation:
      'A section that only articles name takes no address from a standing page, an article or a static file. With `--on-invalid skip` the article is published, but is not in that section.',
    example: 'section: about   # and a page content/pages/about.md',
    cure: 'section: business',
  },
  {
    code: 'static-taken',
    severity: 'error',
    title: 'A static file has the address of a page',
    explanation:
      'A file of `content/static/` would be published where a page, a picture or a file of the theme is, or where a folder for one must be. With `--on-invalid skip` the static file is left out.',
    example: 'content/static/2026/11/port-strike/index.html   # and an article of this address',
    cure: 'content/static/specials/port-strike/index.html',
  },
  {
    code: 'alias-taken',
    severity: 'error',
    title: 'An old address belongs to something else',
    explanation:
      'An alias leads readers from an old address to the article. Another page already stands there, or another article wants the same alias; it then leads to neither.',
    example: 'aliases: [/sport/]',
    cure: 'aliases: [/2019/old-name/]',
  },
  {
    code: 'output-taken',
    severity: 'error',
    title: 'Two files of the site have one name',
    explanation: 'Two things would be written to the same file in `public/`, so one of them would be lost.',
    example: 'content/static/sport/index.html   # and a section `sport`',
    cure: 'Rename or delete one of the two.',
  },
  {
    code: 'shown-ahead',
    severity: 'warning',
    title: 'A live post or a correction is dated in the future',
    explanation:
      'An article waits for its date or embargo, but what stands in an article that can be seen does not: the post is on the page, in feeds and in search at once, with a date to come.',
    example: 'live:\n  - { date: 2030-01-01 09:00, text: The results are here. }',
    cure: 'Put the post in when its time has come.',
  },
  {
    code: 'broken-link',
    severity: 'warning',
    title: 'A link leads to nothing',
    explanation:
      'Links to other articles are written as a path to the file or as an address of the site. Nothing is there. Readers see the words without a link, so that nobody ends on an error page.',
    example: '[the first report](port-strike-begin.md)',
    cure: '[the first report](port-strike-begins.md)',
  },
  {
    code: 'hidden-link',
    severity: 'warning',
    title: 'A link leads to an article that can’t be seen',
    explanation:
      'The other article is a draft, embargoed or expired. The words stand without a link until it appears.',
    example: '[our interview](../culture/interview.md)   # embargoed until Friday',
    cure: 'Nothing needs to be done; the link appears together with the article.',
  },
  {
    code: 'missing-picture',
    severity: 'warning',
    title: 'A picture’s file is not there',
    explanation:
      'Pictures are looked for beside the article, in `content/media/` and in `content/`. The page goes without it.',
    example: 'image: harbor.jpg',
    cure: 'image: harbour.jpg',
  },
  {
    code: 'remote-picture',
    severity: 'warning',
    title: 'A picture lies on another server',
    explanation:
      'Every reader’s browser would ask that server, which learns who reads what. In a text, a link to the picture stands in its place; elsewhere it is left out.',
    example: '![A net](https://pictures.example.net/net.jpg)',
    cure: '![A net](net.jpg)',
  },
  {
    code: 'no-figures',
    severity: 'warning',
    title: 'The data of a chart are no table, or too large a one',
    explanation:
      'A chart is drawn from a `.csv` or `.tsv` file with names of columns in its first line, 2 to 12 columns and at most 400 rows.',
    example: 'year\n2021\n2022',
    cure: 'year,trains\n2021,3\n2022,5',
  },
  {
    code: 'unknown-slot-article',
    severity: 'warning',
    title: 'A curated front names no article',
    explanation: 'A slot of `content/fronts/` names an article that readers can’t see or that is not there.',
    example: 'lead: port-strik',
    cure: 'lead: articles/business/port-strike',
  },
  {
    code: 'unknown-front',
    severity: 'warning',
    title: 'A front is curated that is not there',
    explanation: 'Files of `content/fronts/` are named `home.yaml`, or after a section.',
    example: 'content/fronts/politic.yaml',
    cure: 'content/fronts/politics.yaml',
  },
  {
    code: 'unlisted-section',
    severity: 'warning',
    title: 'A section stands in no navigation',
    explanation: '`site.yaml` lists sections, and this one is not among them. It has its pages all the same.',
    example: 'section: poltics',
    cure: 'section: politics',
  },
  {
    code: 'near-author',
    severity: 'warning',
    title: 'An author’s name is nearly that of a profile',
    explanation: 'A slip in a name gives a second page of an author who does not exist.',
    example: 'authors: Rudina Lek',
    cure: 'authors: Rudina Leka',
  },
  {
    code: 'skipped-file',
    severity: 'warning',
    title: 'A file or folder is left out',
    explanation:
      'Symbolic links are never followed, so that nothing outside the newsroom gets onto the site. Files that can’t be read or named are left out too.',
    example: 'content/media/shared -> /mnt/pictures',
    cure: 'Copy the files into content/media/.',
  },
];
