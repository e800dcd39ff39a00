import type { Place, Problem } from '../model/problem.js';
import { escaped, shown } from './quote.js';

export const siteFileName = (place: Place): Problem => ({
  ...place,
  code: 'site-file-name',
  severity: 'warning',
  message: 'The options of the site are read from `content/site.yaml` alone, so this file has no effect.',
  hint: 'Rename it to `content/site.yaml`.',
});

export const duplicateProfile = (place: Place, kind: string, id: string, other: string): Problem => ({
  ...place,
  code: 'duplicate-profile',
  severity: 'warning',
  message: `\`${shown(other)}\` already says who or what the ${kind} \`${shown(id)}\` is, so this file has no effect.`,
  hint: 'Put into one of the two files what both say, and delete the other.',
});

export const duplicateFront = (place: Place, id: string, other: string): Problem => ({
  ...place,
  code: 'duplicate-front',
  severity: 'warning',
  message: `\`${shown(other)}\` already arranges the front of \`${shown(id)}\`, so this file has no effect.`,
  hint: 'Put into one of the two files what both say, and delete the other.',
});

export const mediaTaken = (place: Place, url: string, other: string): Problem => ({
  ...place,
  code: 'media-taken',
  severity: 'warning',
  message: `This file would appear at \`${shown(url)}\`, but that address belongs to \`${shown(other)}\`. It is left out.`,
  hint: 'Rename one of the two files.',
});

export const activeMedia = (place: Place): Problem => ({
  ...place,
  code: 'active-media',
  severity: 'warning',
  message:
    'A browser or a server would run a file of this kind, so it is not published as a picture or document.',
  hint: 'If it belongs to the site, its owner can put it into `content/static/`.',
});

export const activeDrawing = (place: Place): Problem => ({
  ...place,
  code: 'active-drawing',
  severity: 'warning',
  message:
    'This SVG has a script, an event handler or foreign content in it, which would run on the address of the site. It is not published.',
  hint: 'Export the drawing again without scripts and interactivity, or as PNG.',
});

export const unreadableFile = (place: Place, why: string): Problem => ({
  ...place,
  code: 'unreadable-file',
  severity: 'error',
  message: `The system does not let this file be read (${shown(why)}).`,
  hint: 'Give the user who builds the site the right to read it, or put a whole copy of the file in its place.',
});

export const unusableName = (
  place: Place,
  path: string,
  why: 'unsafe' | 'too-long' | 'too-deep',
): Problem => ({
  ...place,
  code: 'unusable-name',
  severity: 'warning',
  message: `\`${escaped(path)}\` is left out: ${NAME_FAULTS[why]}.`,
  hint: 'Rename the file or its folder: letters, digits, `-`, `_` and `.` are safe everywhere.',
});

const NAME_FAULTS = {
  unsafe:
    'a backslash, a line break or another control character is in its name, which not every disk, server and browser takes',
  'too-long': 'its name or its path is longer than disks can hold once it is published',
  'too-deep': 'it lies inside more than 32 folders',
};

export const textFileTooLarge = (place: Place, megabytes: number): Problem => ({
  ...place,
  code: 'text-file-too-large',
  severity: 'error',
  message: `This file has more than ${megabytes} MB, which no text has, so it is not read.`,
  hint: 'Look what got into it. A document to be published as it is belongs into `content/media/`, under its own ending.',
});

export const largeFile = (place: Place, megabytes: number): Problem => ({
  ...place,
  code: 'large-file',
  severity: 'warning',
  message: `This file has ${megabytes} MB. It is published, but each build copies it, many hosts refuse it, and readers on phones pay for it.`,
  hint: 'Make it smaller, or put a film or a recording where such files are kept and embed it.',
});
