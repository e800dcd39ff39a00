import type { Place, Problem } from '../model/problem.js';
import { shown } from './quote.js';

/** What is wrong with an editor's own choice of related news, and with links that lists are measured by. */

export const unknownRelated = (place: Place, text: string, field: string, near: string | null): Problem => ({
  ...place,
  code: 'unknown-related',
  severity: 'warning',
  message: `\`${shown(field)}\` names "${shown(text)}", but there is no such article.`,
  hint:
    near === null
      ? 'Write an article’s id, the path of its file, or its address. If the story was renamed, its old address in its own `aliases` keeps it known.'
      : `Did you mean "${shown(near)}"? If the story was renamed, its old address in its own \`aliases\` keeps it known.`,
});

export const hiddenRelated = (place: Place, field: string): Problem => ({
  ...place,
  code: 'hidden-related',
  severity: 'warning',
  message: `\`${shown(field)}\` names an article that readers can’t see yet (or any more); it is left out until they can.`,
  hint: 'Nothing needs to be done if that is what you want.',
});

export const selfRelated = (place: Place, field: string): Problem => ({
  ...place,
  code: 'self-related',
  severity: 'warning',
  message: `\`${shown(field)}\` names the article itself.`,
  hint: 'Take the line out, or name another article.',
});

export const repeatedRelated = (place: Place, text: string, field: string): Problem => ({
  ...place,
  code: 'repeated-related',
  severity: 'warning',
  message: `\`${shown(field)}\` names "${shown(text)}" again: the same article stands before it.`,
  hint: 'Take the second one out. An id, a file and an address may all mean one article.',
});

export const contraryRelated = (place: Place, text: string): Problem => ({
  ...place,
  code: 'contrary-related',
  severity: 'warning',
  message: `\`related\` puts "${shown(text)}" into the list of related news, and \`relatedExclude\` keeps it out. It is shown.`,
  hint: 'Take it out of one of the two.',
});

export const sponsoredRelated = (place: Place, text: string): Problem => ({
  ...place,
  code: 'sponsored-related',
  severity: 'warning',
  message: `\`related\` names "${shown(text)}", a story that somebody paid for. Such stories are in no list of related news, so it is left out.`,
  hint: 'Take the line out. A link in the text may lead to a paid-for story.',
});

export const linksSyntax = (place: Place): Problem => ({
  ...place,
  code: 'links-syntax',
  severity: 'error',
  message: 'This line is not the links of one article, so nothing was measured.',
  hint: 'Write a line of JSON for each article: `{"id": "world/summit-ends", "links": ["world/talks-begin"]}`',
});

export const unknownLinkId = (place: Place, name: string, meant: string | null): Problem => ({
  ...place,
  code: 'unknown-link-id',
  severity: 'warning',
  message: `There is no article "${shown(name)}", so this link does not count.`,
  hint:
    meant === null
      ? 'Write an article’s id, the path of its file, or its address.'
      : `Did you mean "${shown(meant)}"?`,
});

export const hiddenLinkId = (place: Place, file: string): Problem => ({
  ...place,
  code: 'hidden-link-id',
  severity: 'warning',
  message: `This line names an article that readers can’t see: ${shown(file)}. The link does not count.`,
  hint: 'With `--drafts` and `--future` such articles are measured too.',
});

export const linksMissing = (file: string): Problem => ({
  file,
  code: 'links-missing',
  severity: 'error',
  message: 'There is no such file of links.',
  hint: 'Name a file with a line of JSON for each article, or leave it out: `--score` alone takes the newsroom’s own links and pins.',
});

export const noLinks = (file: string): Problem => ({
  file,
  code: 'no-links',
  severity: 'error',
  message:
    'There is not one link to measure by: from an article to another of its language that is not newer and that nobody paid for.',
  hint: 'Give a file of links: `dateline related --score links.jsonl`',
});
