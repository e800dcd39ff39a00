import type { CatalogueEntry } from './entry.js';

/** What `docs/problems.md` says of the codes in `problems/markdown.ts`. */
export const markdown: readonly CatalogueEntry[] = [
  {
    code: 'unsafe-link',
    severity: 'warning',
    title: 'A link leads to something that is no web address',
    explanation:
      'Links may lead to `http` and `https` addresses, to files of the site, to `mailto:`, `tel:` and a few more. Anything else, above all `javascript:` and `data:`, is no link: the page shows the words alone. Often it is a slip such as `htps:`.',
    example: 'Read [the report](htps://example.org/report).',
    cure: 'Read [the report](https://example.org/report).',
  },
  {
    code: 'unsafe-picture',
    severity: 'warning',
    title: 'A picture’s address is none',
    explanation:
      'Pictures are files with a path, or `https` addresses. Pictures as data inside the text are left out.',
    example: '![The bridge](data:image/png;base64,iVBORw0KGgo…)',
    cure: '![The bridge](bridge.png)',
  },
  {
    code: 'empty-link',
    severity: 'warning',
    title: 'A link has no target',
    explanation: 'Nothing stands in the round brackets, so the page shows the words without a link.',
    example: 'Read [the report]().',
    cure: 'Read [the report](https://example.org/report).',
  },
  {
    code: 'html-left-out',
    severity: 'warning',
    title: 'HTML tags in a text were left out',
    explanation:
      'Raw HTML is off unless the site allows some tags. Tags vanish, the words between them stay; scripts, styles and frames vanish with what they hold. Told once for each article.',
    example: 'Water is H<sub>2</sub>O.',
    cure: 'Write it in Markdown, or allow the tag in `site.yaml`: `html: { allow: [sub] }`',
  },
  {
    code: 'foreign-marks',
    severity: 'warning',
    title: 'A text has shortcodes or tags of another publishing system',
    explanation:
      'Shortcodes such as `{{< img >}}` or `[caption …]` and tags such as `{% include %}` are never executed. They are left out and what they enclose is kept; those that name a path inside a link are read as that path; videos and posts of known sites become cards. Lines such as `=IMAGE=…=` of home-made systems and variables stay as written, but get into no excerpt; formulas such as `$$ … $$` in a text from right to left stay as written, from left to right. Told once for each article, by kind and number.',
    example: '{{< figure src="bridge.jpg" alt="The bridge" >}}',
    cure: '![The bridge](bridge.jpg)',
  },
  {
    code: 'unknown-block',
    severity: 'warning',
    title: 'A colon-fence block has a name that Dateline doesn’t know',
    explanation: 'Its content is shown without the look of a block.',
    example: '::: facbox In short\nThree votes were missing.\n:::',
    cure: '::: factbox In short\nThree votes were missing.\n:::',
  },
  {
    code: 'unclosed-block',
    severity: 'warning',
    title: 'A colon-fence block is never closed',
    explanation: 'Everything after its first line is inside it, to the end of the text.',
    example: '::: factbox In short\nThree votes were missing.',
    cure: '::: factbox In short\nThree votes were missing.\n:::',
  },
  {
    code: 'dangling-block-end',
    severity: 'warning',
    title: 'A line closes a block that is not open',
    explanation: 'The line is left out. Often a block was closed twice, or its first line was deleted.',
    example: 'Three votes were missing.\n\n:::',
    cure: 'Delete the line `:::`.',
  },
  {
    code: 'unknown-embed',
    severity: 'warning',
    title: 'An embed names a site that Dateline doesn’t know',
    explanation: 'The page shows a plain link instead of a card.',
    example: '@[yutube](dQw4w9WgXcQ)',
    cure: '@[youtube](dQw4w9WgXcQ)',
  },
  {
    code: 'embed-id',
    severity: 'warning',
    title: 'What an embed names can’t exist on that site',
    explanation: 'Ids have a fixed form on each site; this one has another, so there is no card for it.',
    example: '@[youtube](my holiday)',
    cure: '@[youtube](https://www.youtube.com/watch?v=dQw4w9WgXcQ)',
  },
  {
    code: 'nested-too-deep',
    severity: 'warning',
    title: 'Quotes or lists are nested more than a hundred levels deep',
    explanation: 'What is deeper is left out. It is hardly ever meant.',
    example: '> > > > > > > … a hundred times',
    cure: 'Take out some of the `>` or of the indents.',
  },
  {
    code: 'text-too-long',
    severity: 'error',
    title: 'A text is longer than any article',
    explanation:
      'Dateline reads two million characters and 100,000 lines of one article. Longer files are mostly data.',
    example: 'A table of 200,000 lines in content/articles/',
    cure: 'Put the file into content/media/ and link to it: `[All results](/media/results.csv)`',
  },
];
