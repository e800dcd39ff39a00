import type { Place, Problem } from '../model/problem.js';
import type { Located } from './locate.js';
import { suggestion } from './suggest.js';

/** What is wrong with that which search engines and other programs read. */

export const crawlerLine = (place: Located, line: string): Problem => ({
  ...place,
  code: 'crawler-line',
  severity: 'error',
  message: `\`${line}\` in \`crawlers.lines\` is no line of a robots.txt: programs would pass over it, or over the group in which it stands.`,
  hint: 'Write a rule as `"Disallow: /path/"` or `"Allow: /path/"`, begin a group with `"User-agent: NAME"`, or begin a note with `#`.',
});

export const robotsInFolder = (place: Located, base: string): Problem => ({
  ...place,
  code: 'robots-in-folder',
  severity: 'warning',
  message: `The site lies in the folder \`${base}\` of its host, and programs look for robots.txt at the top of a host alone. So nobody will read ours.`,
  hint: 'Copy the lines of the built `robots.txt` into that at the top of the host, or give the site a host of its own. To do without: delete `crawlers`.',
});

export const crawlersUnused = (place: Place): Problem => ({
  ...place,
  code: 'crawlers-unused',
  severity: 'warning',
  message:
    'The site has a `content/static/robots.txt` of its own, which is published as it stands. So `crawlers` has no effect.',
  hint: 'Delete one of the two. What only your file says can stand under `crawlers: { lines: […] }`.',
});

export const unknownNewsSection = (place: Located, slug: string, known: readonly string[]): Problem => ({
  ...place,
  code: 'unknown-news-section',
  severity: 'warning',
  message: `\`newsSitemap.sections\` names the section \`${slug}\`, which is not in \`sections\`. No story of it would be told to Google News.${suggestion(slug, known)}`,
  hint: `Correct the name, or add it to the list: \`sections: [${[...known.slice(0, 3), slug].join(', ')}]\``,
});

export const publisherPageMissing = (place: Place, option: string, path: string): Problem => ({
  ...place,
  code: 'publisher-page-missing',
  severity: 'warning',
  message: `\`${option}\` names \`${path}\`, but readers can see no such page. Search engines are not told of it.`,
  hint: 'Write the path of a page that there is, such as `/about/` for `content/pages/about.md`, or a whole address.',
});

export const publisherPictureMissing = (place: Place, option: string, path: string): Problem => ({
  ...place,
  code: 'publisher-picture-missing',
  severity: 'warning',
  message: `\`${option}\` names the picture \`${path}\`, which is not there.`,
  hint: 'Put the file into content/media/ and write its path as `/media/NAME.png`.',
});

export const socialPictureDrawn = (place: Place, path: string): Problem => ({
  ...place,
  code: 'social-picture-format',
  severity: 'warning',
  message: `\`image\` is \`${path}\`. Social networks show pictures in JPEG, PNG, WebP and GIF alone, so links to the site go without one.`,
  hint: 'Save it as PNG or JPEG, 1200 × 630 pixels or larger.',
});
