import type { CatalogueEntry } from './entry.js';

export const check: readonly CatalogueEntry[] = [
  {
    code: 'site-id-missing',
    severity: 'warning',
    title: 'The site has no permanent name',
    explanation:
      'Feeds name each story by the site’s `id` and its own. Without an `id` they take the host of `url`, and a move to another domain would make every story new to all subscribers. A site with `feeds: false` needs none.',
    example: 'url: https://www.example.org/',
    cure: 'id: www.example.org\nurl: https://www.example.org/',
  },
  {
    code: 'missing-alt',
    severity: 'warning',
    title: 'A picture has no alternative text',
    explanation:
      'Readers who can’t see the picture, and search engines, know it by its alternative text alone.',
    example: '![](net.jpg)',
    cure: '![Two fishermen mend a net on the quay](net.jpg)',
  },
  {
    code: 'duplicate-title',
    severity: 'warning',
    title: 'Two articles of one week have the same headline',
    explanation: 'Often it is one story, committed twice. Otherwise readers can’t tell the two apart.',
    example: 'title: Port strike',
    cure: 'title: Port strike enters its second week',
  },
  {
    code: 'long-title',
    severity: 'warning',
    title: 'A headline is very long',
    explanation: 'Cards, phones and search results cut headlines at about 110 characters.',
    example: 'title: After eleven hours of talks that few had expected to … (140 characters)',
    cure: 'Shorten the headline and say the rest in `summary`.',
  },
  {
    code: 'near-tag',
    severity: 'warning',
    title: 'A tag is nearly another one',
    explanation: 'One article alone has this tag, and several have one that is spelt almost the same.',
    example: 'tags: [Ports]   # others have: Port',
    cure: 'tags: [Port]',
  },
];
