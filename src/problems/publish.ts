import type { Problem } from '../model/problem.js';

/** Nothing of this is in a file that an editor wrote: the place is the folder or file that is in the way. */
const shown = (path: string): string => `\`${path}\``;

export const buildRunning = (lock: string, pid: number, host: string | null, since: string): Problem => ({
  file: lock,
  code: 'build-running',
  severity: 'error',
  message: `Another build is running (process ${pid}${host === null ? '' : ` on ${host}`}, since ${since}). Two builds at once would overwrite each other's files.`,
  hint:
    host === null
      ? 'Wait until it has ended and build again.'
      : `Wait until it has ended and build again. If it runs no more, remove ${shown(lock)}.`,
});

export const lockLost = (lock: string): Problem => ({
  file: lock,
  code: 'lock-lost',
  severity: 'error',
  message: 'Another build has taken the lock away from this one, so nothing was published.',
  hint: 'Build again, and let nothing remove the lock while a build is running.',
});

export const outputOccupied = (file: string): Problem => ({
  file,
  code: 'output-occupied',
  severity: 'error',
  message: `The build makes a file of this name, but there is one already that Dateline did not put there. It was left alone, and nothing was published.`,
  hint: `Move ${shown(file)} away and build again. A file that belongs to the site has its place in \`content/static/\`.`,
});

export const outputFolderOccupied = (file: string): Problem => ({
  file,
  code: 'output-folder-occupied',
  severity: 'error',
  message:
    'The build makes a file of this name, but there is a folder with files that Dateline did not put there. It was left alone, and nothing was published.',
  hint: `Move the folder ${shown(file)} away and build again.`,
});

export const outputNeedsFolder = (file: string, needed: string): Problem => ({
  file,
  code: 'output-needs-folder',
  severity: 'error',
  message: `The build makes ${shown(needed)} and so needs a folder here, but there is a file that Dateline did not put there. It was left alone, and nothing was published.`,
  hint: `Move ${shown(file)} away and build again.`,
});

export const outputThroughLink = (file: string): Problem => ({
  file,
  code: 'output-through-link',
  severity: 'error',
  message:
    'This is a symbolic link inside the output folder. Dateline does not follow it: what it writes must not leave the folder. Nothing was published.',
  hint: `Remove the link ${shown(file)} and build again. The output folder as a whole may be a link.`,
});

export const outputNameTooLong = (file: string, url: string): Problem => ({
  file,
  code: 'output-name-too-long',
  severity: 'error',
  message: `The address ${shown(url)} is too long for a file: a disk holds 255 bytes for each part and about 4,000 in all.`,
  hint: 'Give the article (or the section, tag, author or file) that makes this address a shorter `slug` or name.',
});

export const outputUnsafe = (file: string): Problem => ({
  file,
  code: 'output-unsafe',
  severity: 'error',
  message: `An output would be written to ${JSON.stringify(file)}, which is no proper path inside the output folder.`,
  hint: 'Change the slug, alias or file name that leads there: no `..`, no empty part, no control character or backslash.',
});

export const outputFileAndFolder = (file: string): Problem => ({
  file,
  code: 'output-file-and-folder',
  severity: 'error',
  message:
    'The site makes a file of this name and other files inside a folder of the same name. A disk can hold only one.',
  hint: 'Rename one of them; often it is a file in `content/static/` without an ending.',
});

export const outputCaseClash = (file: string, other: string): Problem => ({
  file,
  code: 'output-case-clash',
  severity: 'warning',
  message: `This output and ${shown(other)} differ only in capital letters or accents' encoding, and this disk does not tell them apart: one has replaced the other.`,
  hint: 'Give one of the two articles, tags or files another slug or name, or build on a disk that tells them apart.',
});

export const outputFolderUnsuitable = (file: string, why: string): Problem => ({
  file,
  code: 'output-folder-unsuitable',
  severity: 'error',
  message: `The site can't be published to this folder: ${why}.`,
  hint: 'Choose a folder of its own, such as `--out public`.',
});

export const deltaNotEmpty = (file: string): Problem => ({
  file,
  code: 'delta-not-empty',
  severity: 'error',
  message:
    'The folder for the changed files is not empty. Dateline empties no folder that it did not make, and old files among the new would be uploaded again.',
  hint: 'Remove the folder or name another one: `--delta FOLDER`.',
});

export const deltaUnsuitable = (file: string, why: string): Problem => ({
  file,
  code: 'delta-folder-unsuitable',
  severity: 'error',
  message: `The changed files can't be put into this folder: ${why}.`,
  hint: 'Choose a folder of its own, such as `--delta upload`.',
});

export const deltaFailed = (file: string, reason: string): Problem => ({
  file,
  code: 'delta-failed',
  severity: 'error',
  message: `The site is published, but the changed files could not be copied to this folder: ${reason}.`,
  hint: 'Mend the cause and build again with `--delta`: what should have been there is in the next one too.',
});

export const diskFull = (file: string): Problem => ({
  file,
  code: 'disk-full',
  severity: 'error',
  message: 'The disk is full (or a quota is used up), so nothing was published. The site is as it was.',
  hint: 'Free some space and build again. `.dateline/cache/` may be removed at any time.',
});

export const notWritable = (file: string, code: string): Problem => ({
  file,
  code: 'not-writable',
  severity: 'error',
  message: `Dateline may not write here (${code}), so nothing was published. The site is as it was.`,
  hint: 'Look at the owner and the permissions of this folder, and whether the disk is mounted read-only.',
});

const RAISE = 'End other programs or raise the limit (`ulimit -n 4096`) and try again.';

export const tooManyOpenFiles = (file: string): Problem => ({
  file,
  code: 'too-many-open-files',
  severity: 'error',
  message: 'The system allows no more open files, so nothing was published. The site is as it was.',
  hint: RAISE,
});

/** No file is to blame: whichever comes next is refused, most often one of the program itself. */
export const tooFewOpenFiles = (): Problem => ({
  file: '.',
  code: 'too-many-open-files',
  severity: 'error',
  message: 'The system allows so few open files that Dateline could not load all of itself or of the site.',
  hint: RAISE,
});

export const publishFailed = (file: string, reason: string): Problem => ({
  file,
  code: 'publish-failed',
  severity: 'error',
  message: `Nothing was published, because the system said: ${reason}. The site is as it was.`,
  hint: 'See that the disk and its permissions are in order and build again.',
});

export const clockBehind = (now: number, count: number, all: boolean): Problem => ({
  file: 'content/articles',
  code: 'clock-behind',
  severity: 'warning',
  message: `By the time of this build, ${new Date(now).toISOString().replace('.000Z', 'Z')}, ${all ? `all stories that are published (${count})` : `${count} stories that are published`} are yet to come, so they are taken off the site.`,
  hint: 'If the machine’s clock, `--now` or `SOURCE_DATE_EPOCH` is wrong, correct it and build again. If the stories shall wait, or were shown by `--future`, nothing is wrong.',
});

export const publishUnfinished = (file: string, reason: string): Problem => ({
  file,
  code: 'publish-unfinished',
  severity: 'error',
  message: `The new site is complete and partly in place, but the rest could not be put there: ${reason}.`,
  hint: 'Mend the cause and run any Dateline command: it finishes the publish before it does anything else.',
});

/** @param isDeltaOwed whether it was to fill the folder of `--delta` too */
export const publishFinished = (file: string, isDeltaOwed: boolean): Problem => ({
  file,
  code: 'publish-finished',
  severity: 'warning',
  message: 'An earlier build was stopped while it was publishing. Its publish has been finished now.',
  hint: isDeltaOwed
    ? 'Build with `--delta`: what that build changed is in the next delta too.'
    : 'There is nothing to do.',
});
