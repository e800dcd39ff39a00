import type { CatalogueEntry } from './entry.js';

/** What `docs/problems.md` says of the codes in `problems/related.ts`. */
export const related: readonly CatalogueEntry[] = [
  {
    code: 'unknown-related',
    severity: 'warning',
    title: 'A pin or exclusion names no article',
    explanation:
      '`related` and `relatedExclude` name articles by id, by the path of their file or by address.',
    example: 'related: [port-strik]',
    cure: 'related: [articles/business/port-strike]',
  },
  {
    code: 'hidden-related',
    severity: 'warning',
    title: 'A pin names an article that can’t be seen',
    explanation: 'The other article is a draft, embargoed or expired. The pin takes effect when it appears.',
    example: 'related: [articles/culture/interview]',
    cure: 'Nothing needs to be done.',
  },
  {
    code: 'self-related',
    severity: 'warning',
    title: 'A pin names the article itself',
    explanation: 'An article is never in its own list of related news.',
    example: 'related: [articles/business/port-strike]   # in that very file',
    cure: 'Take the line out.',
  },
  {
    code: 'repeated-related',
    severity: 'warning',
    title: 'A pin or exclusion names an article twice',
    explanation: 'An article stands in a list once, where it is named first.',
    example: 'related: [articles/business/port-strike, /2026/11/port-strike/]',
    cure: 'related: [articles/business/port-strike]',
  },
  {
    code: 'contrary-related',
    severity: 'warning',
    title: 'An article is pinned and kept out at once',
    explanation: '`related` puts it into the list, `relatedExclude` keeps it out. The pin counts.',
    example: 'related: [articles/business/port-strike]\nrelatedExclude: [articles/business/port-strike]',
    cure: 'related: [articles/business/port-strike]',
  },
  {
    code: 'sponsored-related',
    severity: 'warning',
    title: 'A pin names a story that somebody paid for',
    explanation:
      'Stories with `kind: sponsored` are in no list of related news, pinned or not: readers take such lists for the newsroom’s own advice.',
    example: 'related: [articles/paid/new-tram]   # with `kind: sponsored`',
    cure: 'Take the line out, or link to the story in the text.',
  },
  {
    code: 'links-syntax',
    severity: 'error',
    title: 'A file of links has a line that says something else',
    explanation:
      '`dateline related --score LINKS` reads a line of JSON for each article, with its `id` and a list `links`. Empty lines are skipped.',
    example: 'world/summit-ends, world/talks-begin',
    cure: '{"id": "world/summit-ends", "links": ["world/talks-begin"]}',
  },
  {
    code: 'unknown-link-id',
    severity: 'warning',
    title: 'A file of links names no article',
    explanation:
      'Articles are named by id, by the path of their file or by address. The other links are measured.',
    example: '{"id": "world/sumit-ends", "links": ["world/talks-begin"]}',
    cure: '{"id": "world/summit-ends", "links": ["world/talks-begin"]}',
  },
  {
    code: 'hidden-link-id',
    severity: 'warning',
    title: 'A file of links names an article that can’t be seen',
    explanation:
      'A draft, an embargoed or an expired article is in no list, so a link to it or from it can’t be measured.',
    example: '{"id": "world/summit-ends", "links": ["world/interview"]}   # a draft',
    cure: 'dateline related --score links.jsonl --drafts --future',
  },
  {
    code: 'links-missing',
    severity: 'error',
    title: 'There is no such file of links',
    explanation: 'The path behind `--score` is read from the folder in which the command runs.',
    example: 'dateline related --score link.jsonl',
    cure: 'dateline related --score links.jsonl',
  },
  {
    code: 'no-links',
    severity: 'error',
    title: 'There is no link to measure by',
    explanation:
      'Lists are measured by links from an article to others of its language that are not newer than itself. A newsroom whose texts have no links to its own articles needs a file of them.',
    example: 'dateline related --score   # in a newsroom without links between its articles',
    cure: 'dateline related --score links.jsonl',
  },
];
