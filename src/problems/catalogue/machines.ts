import type { CatalogueEntry } from './entry.js';

export const machines: readonly CatalogueEntry[] = [
  {
    code: 'crawler-line',
    severity: 'error',
    title: 'A line is none of robots.txt',
    explanation:
      'A line of robots.txt is a field, a colon and a value, or a note behind `#`. Programs ignore others, and some ignore the whole group then.',
    example: 'crawlers:\n  lines: [no robots here please]',
    cure: 'crawlers:\n  lines: ["Disallow: /search/"]',
  },
  {
    code: 'robots-in-folder',
    severity: 'warning',
    title: 'robots.txt would stand where nobody looks',
    explanation:
      'Programs ask for `/robots.txt` at the top of a host (RFC 9309). A site in a folder of its host can’t answer that address.',
    example: 'url: https://example.github.io/news/\ncrawlers:\n  training: disallow',
    cure: 'Copy the built lines into the robots.txt at the top of the host, or use a host of your own.',
  },
  {
    code: 'crawlers-unused',
    severity: 'warning',
    title: 'The site brings its own robots.txt',
    explanation:
      '`content/static/robots.txt` is published byte for byte, so what `crawlers` says stands nowhere.',
    example: 'crawlers:\n  training: disallow   # and there is a content/static/robots.txt',
    cure: 'Delete the file, or delete `crawlers`.',
  },
  {
    code: 'unknown-news-section',
    severity: 'warning',
    title: 'The news sitemap names a section that is not there',
    explanation: 'Only stories of the sections that `newsSitemap` names are told to Google News.',
    example: 'sections: [Politics]\nnewsSitemap:\n  sections: [politic]',
    cure: 'newsSitemap:\n  sections: [politics]',
  },
  {
    code: 'publisher-page-missing',
    severity: 'warning',
    title: 'A policy of the publisher leads to nothing',
    explanation:
      'Search engines are told where the newsroom says how it works. An address that answers nothing would speak against it, so it is left out.',
    example: 'publisher:\n  ethicsPolicy: /ethic/',
    cure: 'publisher:\n  ethicsPolicy: /ethics/',
  },
  {
    code: 'publisher-picture-missing',
    severity: 'warning',
    title: 'The logo or the social picture is not there',
    explanation:
      'The logo of the publisher and the picture for links in social networks are looked for in `content/`. The site goes without it.',
    example: 'publisher:\n  logo: /media/lgo.svg',
    cure: 'publisher:\n  logo: /media/logo.svg',
  },
  {
    code: 'social-picture-format',
    severity: 'warning',
    title: 'Social networks can’t show the picture',
    explanation: 'They show JPEG, PNG, WebP and GIF, and no SVG or AVIF.',
    example: 'image: /media/logo.svg',
    cure: 'image: /media/share.png',
  },
];
