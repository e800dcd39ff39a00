import type { CatalogueEntry } from './entry.js';

/** What `docs/problems.md` says of the codes in `problems/files.ts`. */
export const files: readonly CatalogueEntry[] = [
  {
    code: 'site-file-name',
    severity: 'warning',
    title: 'The options of the site are in a file of another name',
    explanation:
      'Dateline reads `content/site.yaml`. Another name or format has no effect, and every option has its default.',
    example: 'content/site.yml',
    cure: 'content/site.yaml',
  },
  {
    code: 'duplicate-profile',
    severity: 'warning',
    title: 'Two files are about one author, section, tag or series',
    explanation:
      'One of them is used: the one in `content/authors/`, `sections/`, `tags/` or `series/`, else the first by its path.',
    example: 'content/authors/rudina-leka.md\ncontent/authors/rudina-leka/index.md',
    cure: 'content/authors/rudina-leka.md',
  },
  {
    code: 'duplicate-front',
    severity: 'warning',
    title: 'Two files arrange one front',
    explanation: 'The first by its path is used.',
    example: 'content/fronts/home.yaml\ncontent/fronts/home.yml',
    cure: 'content/fronts/home.yaml',
  },
  {
    code: 'media-taken',
    severity: 'warning',
    title: 'Two files would have one address',
    explanation:
      'Files in `content/media/` and files beside articles are published below `/media/`. The one in `content/media/` keeps the address.',
    example: 'content/media/articles/map.png\ncontent/articles/map.png',
    cure: 'content/media/articles/map.png\ncontent/articles/map-2.png',
  },
  {
    code: 'active-media',
    severity: 'warning',
    title: 'A file of the media could run',
    explanation:
      'HTML, scripts, programs of servers and XML of every kind (in which HTML may stand) run with all rights of the site when somebody opens their address. They are published from `content/static/` alone.',
    example: 'content/media/game.html',
    cure: 'content/static/game.html',
  },
  {
    code: 'active-drawing',
    severity: 'warning',
    title: 'A drawing has a script in it',
    explanation:
      'An SVG is a document: a script in it runs on the address of the site when somebody opens it. Pages go without the drawing.',
    example: '<svg …><script>…</script></svg>',
    cure: 'Export the drawing without scripts, event handlers and `foreignObject`, or as PNG.',
  },
  {
    code: 'unreadable-file',
    severity: 'error',
    title: 'A content file can’t be read',
    explanation:
      'The file is there, but the system refuses to give its content: the rights do not allow it, or the disk is damaged. Everything else is read and told as usual.',
    example: '-rw------- root content/articles/world/port.md',
    cure: 'chmod a+r content/articles/world/port.md',
  },
  {
    code: 'unusable-name',
    severity: 'warning',
    title: 'A file is left out for its name',
    explanation:
      'Names with a backslash, a line break or another control character, longer than 255 bytes (a path: 1,000), or inside more than 32 folders can’t be published everywhere. The site goes without such a file; the message shows its name with what is invisible in it written out.',
    example: 'content/media/map\\n.png',
    cure: 'content/media/map.png',
  },
  {
    code: 'text-file-too-large',
    severity: 'error',
    title: 'A text file is larger than any text',
    explanation:
      'Articles, pages, profiles and drawings (SVG) are read as a whole. More than 64 MB is something else that got into the file.',
    example: 'content/articles/dump.md   # 3 GB',
    cure: 'content/media/dump.zip',
  },
  {
    code: 'large-file',
    severity: 'warning',
    title: 'A media or static file is very large',
    explanation:
      'Above 200 MB, builds and uploads get slow, many hosts refuse the file, and readers pay for it. It is published all the same; `severity: { large-file: error }` in site.yaml forbids it.',
    example: 'content/media/interview.mov   # 900 MB',
    cure: '@[youtube](dQw4w9WgXcQ)',
  },
];
