import type { CatalogueEntry } from './entry.js';

/** What `docs/problems.md` says of the codes in `problems/markdown.ts`. */
export const markdown: readonly CatalogueEntry[] = [
  {
    code: 'unsafe-link',
    severity: 'warning',
    title: 'A link leads to something that is no web address',
    explanation:
      'Links lead to pages (`https:`, `http:`), to files of this site, or begin a letter or a call (`mailto:`, `tel:`). Scripts (`javascript:`) and the like could harm readers, so the words stand there without a link.',
    example: '[Read on](javascript:open())',
    cure: '[Read on](https://example.org/)',
  },
  {
    code: 'unsafe-picture',
    severity: 'warning',
    title: 'A picture is not a file',
    explanation:
      'A picture written into the text as data makes every page that shows it heavier and can’t be cached.',
    example: '![A map](data:image/png;base64,iVBORw0…)',
    cure: '![A map](map.png)',
  },
  {
    code: 'empty-link',
    severity: 'warning',
    title: 'A link has no target',
    explanation: 'The words are shown without a link.',
    example: '[Read the report]()',
    cure: '[Read the report](https://example.org/report.pdf)',
  },
  {
    code: 'html-left-out',
    severity: 'warning',
    title: 'HTML in the text was left out',
    explanation:
      'Raw HTML is off unless `html` in `site.yaml` allows it, and what runs or loads something is never allowed. The words between the tags are kept. The message counts the tags by name.',
    example: 'H<sub>2</sub>O <script src="https://example.org/x.js"></script>',
    cure: '# site.yaml\nhtml:\n  allow: [sub, sup]',
  },
  {
    code: 'foreign-marks',
    severity: 'warning',
    title: 'The text holds marks of another publishing system',
    explanation:
      'Shortcodes (`{{< … >}}`) and tags (`{% … %}`) of Hugo, Jekyll and others are code of theirs. Dateline never executes it; the message counts them by kind and says what became of them.',
    example: '{{< youtube dQw4w9WgXcQ >}}',
    cure: '@[youtube](dQw4w9WgXcQ)',
  },
  {
    code: 'unknown-block',
    severity: 'warning',
    title: 'There is no block of this name',
    explanation:
      'The content of the block is shown as plain text. The message lists the blocks that there are.',
    example: '::: facts\n:::',
    cure: '::: factbox\n:::',
  },
  {
    code: 'unclosed-block',
    severity: 'warning',
    title: 'A block is never closed',
    explanation:
      'All that follows is inside the block. It is closed by a line of as many colons as opened it.',
    example: '::: factbox The vote\n83 for, 17 against.',
    cure: '::: factbox The vote\n83 for, 17 against.\n:::',
  },
  {
    code: 'dangling-block-end',
    severity: 'warning',
    title: 'A line closes a block that is not open',
    explanation: 'The line is left out. Often the opening line was deleted, or a block was closed twice.',
    example: '83 for, 17 against.\n:::',
    cure: '::: factbox The vote\n83 for, 17 against.\n:::',
  },
  {
    code: 'unknown-embed',
    severity: 'warning',
    title: 'There is no such site to embed from',
    explanation: 'The page shows a plain link. The message lists the sites that can be embedded.',
    example: '@[yutube](dQw4w9WgXcQ)',
    cure: '@[youtube](dQw4w9WgXcQ)',
  },
  {
    code: 'embed-id',
    severity: 'warning',
    title: 'An embed names nothing on the site that it is from',
    explanation:
      'In the brackets stands the address of the page or the id of the video, as the site itself writes it.',
    example: '@[youtube](my video)',
    cure: '@[youtube](https://www.youtube.com/watch?v=dQw4w9WgXcQ)',
  },
  {
    code: 'nested-too-deep',
    severity: 'warning',
    title: 'Quotes or lists are nested more than a hundred levels deep',
    explanation: 'No text for people is. What lies deeper is left out, so that the page can be made at all.',
    example: '> > > > > > > > … and a hundred more',
    cure: '> One quote',
  },
  {
    code: 'text-too-long',
    severity: 'error',
    title: 'A text is too long for one article',
    explanation:
      'Most often data or a whole book got into the file. One text that long would hold up every build and no reader would get to its end.',
    example: 'content/articles/minutes-of-all-meetings.md   # several megabytes',
    cure: '[All minutes](/media/minutes.pdf)',
  },
];
