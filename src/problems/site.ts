import type { Place, Problem } from '../model/problem.js';

import { listed, shown } from './quote.js';

/** What is wrong with the site as a whole: addresses, links, references between files. */

export const duplicateUrl = (place: Place, url: string, other: string): Problem => ({
  ...place,
  code: 'duplicate-url',
  severity: 'error',
  message: `This article would appear at ${shown(url)}, but that address belongs to ${shown(other)}.`,
  hint: 'Give the article another `slug` (or `url`, if it has one), such as `slug: a-more-precise-name`.',
});

export const sharedUrl = (place: Place, url: string, others: readonly string[]): Problem => ({
  ...place,
  code: 'duplicate-url',
  severity: 'error',
  message: `This article and ${listed(others)} would appear at one address, ${shown(url)}. Files can’t prove which was there first, so none of them gets it.`,
  hint: 'Leave the article that readers know as it is, and give the other another `slug`, such as `slug: a-more-precise-name`.',
});

export const duplicateId = (place: Place, id: string, other: string): Problem => ({
  ...place,
  code: 'duplicate-id',
  severity: 'error',
  message: `The id "${shown(id)}" is the path of ${shown(other)}, and so that article’s permanent name.`,
  hint: 'Give this article an `id` of its own, or delete the line: the file’s path is then its id.',
});

export const sharedId = (place: Place, id: string, others: readonly string[]): Problem => ({
  ...place,
  code: 'duplicate-id',
  severity: 'error',
  message: `This article and ${listed(others)} have one id, "${shown(id)}". It is a permanent name, and files can’t prove whose it was first.`,
  hint: 'Leave the article that readers know as it is, and in the other delete the `id` line: the file’s path is then its id.',
});

export const duplicatePage = (place: Place, url: string, other: string): Problem => ({
  ...place,
  code: 'duplicate-page',
  severity: 'error',
  message: `This page would appear at ${shown(url)}, but that address belongs to ${shown(other)}.`,
  hint: 'Rename the file, or move it into another folder.',
});

export const sectionTaken = (place: Place, section: string, url: string, other: string): Problem => ({
  ...place,
  code: 'section-taken',
  severity: 'error',
  message: `This article is in the section "${shown(section)}", which can’t have its page at ${shown(url)}: that address belongs to ${shown(other)}. Until that is mended, the article is in no such section.`,
  hint: 'Write another `section`, or move the file into another folder. If the section is meant, rename what has its address.',
});

export const staticTaken = (place: Place, url: string, other: string): Problem => ({
  ...place,
  code: 'static-taken',
  severity: 'error',
  message: `This file would be published at ${shown(url)}, but that address (or a folder of that name) belongs to ${shown(other)}, which stays.`,
  hint: 'Rename or delete the file, or give the article or page another address.',
});

export const aliasTaken = (place: Place, alias: string, other: string): Problem => ({
  ...place,
  code: 'alias-taken',
  severity: 'error',
  message: `The old address ${shown(alias)} can’t lead here, because it belongs to ${shown(other)}.`,
  hint: 'Take this alias out, or correct it: an alias must be an address that nothing else uses.',
});

export const sharedAlias = (place: Place, alias: string, others: readonly string[]): Problem => ({
  ...place,
  code: 'alias-taken',
  severity: 'error',
  message: `The old address ${shown(alias)} is wanted by this article and ${listed(others)}. Files can’t prove whose it was first, so it leads to none of them.`,
  hint: 'Take the alias out of all but one of the articles.',
});

/** @param date of the first of them */
export const shownAhead = (
  place: Place,
  field: 'live' | 'corrections',
  date: string,
  count: number,
): Problem => {
  const kind = field === 'live' ? 'live post' : 'correction';
  const many = count === 1 ? `A ${kind} is` : `${count} ${kind}s are`;
  return {
    ...place,
    code: 'shown-ahead',
    severity: 'warning',
    message: `${many} dated in the future (${date}), but ${count === 1 ? 'is' : 'are'} published now: only an article as a whole waits for its date.`,
    hint: 'Take out what nobody may read yet and put it in when its time has come; or correct the date.',
  };
};

export const brokenLink = (place: Place, target: string, suggestion: string | null): Problem => ({
  ...place,
  code: 'broken-link',
  severity: 'warning',
  message: `The link to "${shown(target)}" leads to nothing on this site, so the page shows its words without a link.`,
  hint:
    suggestion === null
      ? 'Write the path to the other article’s file, or its address. If another program answers this address, list its beginning under `elsewhere` in site.yaml.'
      : `Did you mean "${suggestion}"?`,
});

export const hiddenLink = (place: Place): Problem => ({
  ...place,
  code: 'hidden-link',
  severity: 'warning',
  message:
    'This link leads to an article that readers can’t see yet (or any more), so the page shows its words without a link.',
  hint: 'It becomes a link by itself when the other article appears.',
});

export const missingPicture = (place: Place, src: string, suggestion: string | null): Problem => ({
  ...place,
  code: 'missing-picture',
  severity: 'warning',
  message: `There is no picture "${shown(src)}", so the page goes without it.`,
  hint:
    suggestion === null
      ? 'Put the file beside the article or into content/media/ and write its path from there.'
      : `Did you mean "${suggestion}"?`,
});

export const remotePicture = (place: Place, src: string): Problem => ({
  ...place,
  code: 'remote-picture',
  severity: 'warning',
  message: `The picture "${shown(src)}" lies on another server, which would learn of every reader; the page shows a link to it instead.`,
  hint: 'Copy it into content/media/, or write `remotePictures: true` in site.yaml.',
});

export const noFigures = (place: Place, path: string): Problem => ({
  ...place,
  code: 'no-figures',
  severity: 'warning',
  message: `The data "${path}" can’t be shown as a chart or a table, so readers get a link to the file alone.`,
  hint: 'Give the file names of columns in its first line, 2 to 12 columns, at most 400 rows, and no row longer than the first.',
});

export const unknownSlotArticle = (place: Place, slot: string, text: string): Problem => ({
  ...place,
  code: 'unknown-slot-article',
  severity: 'warning',
  message: `The slot "${shown(slot)}" names "${shown(text)}", but readers can see no such article.`,
  hint: 'Write an article’s id, the path of its file, or its address; an embargoed one takes its place when it appears.',
});

export const unknownFront = (place: Place, id: string): Problem => ({
  ...place,
  code: 'unknown-front',
  severity: 'warning',
  message: `There is no front "${shown(id)}", so this file curates nothing.`,
  hint: 'Name the file home.yaml, or after a section: content/fronts/politics.yaml, content/fronts/world/europe.yaml.',
});

export const unlistedSection = (place: Place, section: string, suggestion: string | null): Problem => ({
  ...place,
  code: 'unlisted-section',
  severity: 'warning',
  message: `The section "${shown(section)}" is not listed in site.yaml. It gets its pages, but stands in no navigation.`,
  hint:
    suggestion === null
      ? `Add it under \`sections\` in content/site.yaml, or describe it in content/sections/${shown(section)}.md.`
      : `Did you mean "${suggestion}"?`,
});

export const nearAuthor = (place: Place, name: string, suggestion: string): Problem => ({
  ...place,
  code: 'near-author',
  severity: 'warning',
  message: `There is no profile of the author "${shown(name)}", but one of "${suggestion}".`,
  hint: `If it is the same person, write \`authors: ${suggestion}\`.`,
});

export const outputTaken = (place: Place, url: string, other: string): Problem => ({
  ...place,
  code: 'output-taken',
  severity: 'error',
  message: `Two things would be written to ${shown(url)}: this one and ${shown(other)}.`,
  hint: 'Rename one of the two files, or give one of the articles another `slug`.',
});

export const skippedFile = (place: Place, why: 'link' | 'special' | 'unreadable' | 'encoding'): Problem => ({
  ...place,
  code: 'skipped-file',
  severity: 'warning',
  message:
    why === 'link'
      ? 'This is a symbolic link. Dateline follows none, so that nothing outside the newsroom’s folder gets onto the site.'
      : why === 'special'
        ? 'This is neither a file nor a folder, so Dateline leaves it out.'
        : why === 'encoding'
          ? 'The name of this file is not UTF-8, so it can’t have an address, and Dateline leaves it out.'
          : 'This can’t be read, so Dateline leaves it out.',
  hint:
    why === 'unreadable'
      ? 'Give whoever builds the site the right to read it.'
      : why === 'encoding'
        ? 'Rename the file, with letters that your system shows rightly.'
        : 'Put a copy of the file itself in its place, or take it out of content/.',
});
