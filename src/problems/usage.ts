import type { Problem } from '../model/problem.js';
import { shown } from './quote.js';
import { suggestion } from './suggest.js';

/** `file` of these problems is the part of the command line that they are about: there is no other place. */
export const unknownCommand = (name: string, known: readonly string[]): Problem => ({
  file: name,
  code: 'unknown-command',
  severity: 'error',
  message: `There is no command \`${shown(name)}\`.${suggestion(name, known)}`,
  hint: 'The commands are listed by `dateline --help`.',
});

export const unknownFlag = (command: string, flag: string, known: readonly string[]): Problem => ({
  file: flag,
  code: 'unknown-flag',
  severity: 'error',
  message: `\`${called(command)}\` has no flag \`${shown(flag)}\`.${suggestion(flag, known)}`,
  hint:
    command === ''
      ? 'Flags stand behind the command: `dateline build --drafts`'
      : `The flags of this command are listed by \`${called(command)} --help\`.`,
});

const called = (command: string): string => `dateline ${command}`.trim();

export const flagValue = (flag: string, value: string, wanted: string, example: string): Problem => ({
  file: flag,
  code: 'flag-value',
  severity: 'error',
  message: `\`${shown(flag)}\` cannot be \`${shown(value)}\`: it wants ${wanted}.`,
  hint: `Write it like this: \`${`${shown(flag)} ${example}`.trim()}\``,
});

export const epochInvalid = (value: string): Problem => ({
  ...flagValue('SOURCE_DATE_EPOCH', value, 'whole seconds since 1970', ''),
  hint: 'Write it like this: `SOURCE_DATE_EPOCH=1795521600`, or take the variable out of the environment.',
});

/** A time in the address bar of a browser. */
export const addressTime = (value: string, wanted: string, example: string): Problem => ({
  ...flagValue('?now=', value, wanted, example),
  hint: `Write it like this at the end of the address: \`?now=${example}\``,
});

export const flagWithoutValue = (flag: string, wanted: string, example: string): Problem => ({
  file: flag,
  code: 'flag-without-value',
  severity: 'error',
  message: `\`${shown(flag)}\` stands without its value, which is ${wanted}.`,
  hint: `Write it like this: \`${`${shown(flag)} ${example}`.trim()}\``,
});

export const flagsConflict = (flag: string, other: string, why: string): Problem => ({
  file: flag,
  code: 'flags-conflict',
  severity: 'error',
  message: `\`${shown(flag)}\` and \`${other}\` cannot be used together: ${why}.`,
  hint: 'Leave one of the two out.',
});

export const flagAlone = (flag: string, needs: string, why: string): Problem => ({
  file: flag,
  code: 'flag-alone',
  severity: 'error',
  message: `\`${shown(flag)}\` means nothing without \`${needs}\`: ${why}.`,
  hint: `Write both, or leave \`${shown(flag)}\` out.`,
});

export const argumentMissing = (command: string, what: string, example: string): Problem => ({
  file: command,
  code: 'argument-missing',
  severity: 'error',
  message: `\`dateline ${command}\` needs ${what}.`,
  hint: `Write it like this: \`dateline ${command} ${example}\``,
});

export const argumentUnexpected = (command: string, argument: string): Problem => ({
  file: argument,
  code: 'argument-unexpected',
  severity: 'error',
  message: `\`dateline ${command}\` does not know what to do with \`${shown(argument)}\`.`,
  hint: 'Put a text of several words in quotes. To work on another folder, write `--root` in front of it.',
});

export const noSiteFolder = (root: string, why: 'missing' | 'file' | 'empty'): Problem => ({
  file: root,
  code: 'no-site-folder',
  severity: 'error',
  message: {
    missing: 'This folder does not exist.',
    file: 'This is a file, and a newsroom is a folder.',
    empty: 'There is no newsroom in this folder: it has no folder `content`.',
  }[why],
  hint: 'Go to the folder of the site, name it with `--root`, or begin a new one with `dateline init`.',
});

export const unknownArticle = (id: string, known: Iterable<string>): Problem => ({
  file: id,
  code: 'unknown-article',
  severity: 'error',
  message: `No article that readers can see has the id, path or address \`${shown(id)}\`.${suggestion(id, known)}`,
  hint: '`dateline list` shows the articles with their files. Drafts and embargoed ones are found with `--drafts` and `--future`.',
});

export const ambiguousArticle = (name: string, ids: readonly string[]): Problem => ({
  file: name,
  code: 'ambiguous-article',
  severity: 'error',
  message: `${ids.length} articles are called \`${shown(name)}\`: ${ids
    .slice(0, 5)
    .map((id) => `\`${shown(id)}\``)
    .join(', ')}${ids.length > 5 ? ' and others' : ''}.`,
  hint: 'Name the one that is meant by its id, its file or its address.',
});

export const unknownPage = (url: string, known: Iterable<string>): Problem => ({
  file: url,
  code: 'unknown-page',
  severity: 'error',
  message: `The site has no page at \`${shown(url)}\`.${suggestion(url, known)}`,
  hint: 'Write the path of a page below the address of the site: `dateline why /2026/11/summit-ends/`',
});

export const sectionNotListed = (section: string, known: readonly string[]): Problem => ({
  file: '--section',
  code: 'section-not-listed',
  severity: 'error',
  message: `This newsroom has no section \`${shown(section)}\`.${suggestion(section, known)}`,
  hint:
    known.length === 0
      ? 'Sections are listed under `sections` in `content/site.yaml`.'
      : `Its sections are: ${known.map((name) => `\`${shown(name)}\``).join(', ')}. Others are added under \`sections\` in \`content/site.yaml\`.`,
});

export const headlineEmpty = (): Problem => ({
  file: 'new',
  code: 'headline-empty',
  severity: 'error',
  message: 'The headline has no letter or digit in it, so the article would have no name.',
  hint: 'Write it in quotation marks: `dateline new "Port reopens"`',
});

export const fileExists = (file: string): Problem => ({
  file,
  code: 'file-exists',
  severity: 'error',
  message: 'There is a file of this name already, and it was left as it is.',
  hint: 'Choose another headline or another name, or open that file.',
});

export const folderNotEmpty = (folder: string): Problem => ({
  file: folder,
  code: 'folder-not-empty',
  severity: 'error',
  message: 'This folder holds files already, and a new newsroom would stand among them. Nothing was written.',
  hint: 'Name a folder that is empty or does not exist yet: `dateline init my-paper`',
});

export const portInUse = (port: number): Problem => ({
  file: '--port',
  code: 'port-in-use',
  severity: 'error',
  message: `Another program answers on port ${port} of this machine already.`,
  hint: `End the other program, or choose another port: \`--port ${port < 65_535 ? port + 1 : 8080}\``,
});

export const portNotAllowed = (port: number): Problem => ({
  file: '--port',
  code: 'port-not-allowed',
  severity: 'error',
  message: `This machine lets only its administrator listen on port ${port}.`,
  hint: 'Choose a port above 1023: `--port 8080`',
});

export const hostUnknown = (host: string): Problem => ({
  file: '--host',
  code: 'host-unknown',
  severity: 'error',
  message: `This machine has no address \`${host}\`.`,
  hint: 'Leave the flag out to be seen on this machine alone; `--host 0.0.0.0` lets the whole network in.',
});

export const manifestUnreadable = (path: string, why: 'missing' | 'damaged'): Problem => ({
  file: path,
  code: 'manifest-unreadable',
  severity: 'error',
  message:
    why === 'missing'
      ? 'There is no manifest of an earlier build at this path, so nobody can say what has changed since.'
      : 'This file is not the manifest of a build, or not the whole of it, so nobody can say what has changed since.',
  hint: 'Name the `manifest.json` that was kept with the upload, or leave `--since` out and upload everything.',
});

export const systemRefused = (path: string, reason: string): Problem => ({
  file: path,
  code: 'system-refused',
  severity: 'error',
  message: `The system refused what Dateline needed here: ${reason}.`,
  hint: 'Look at the owner and the permissions of this file, whether it is still there, and whether the disk is in order.',
});

export const notPlainFile = (path: string): Problem => ({
  file: path,
  code: 'not-a-plain-file',
  severity: 'error',
  message:
    'This is a symbolic link, or a folder or device where a file should be. Dateline reads nothing through links, so that no contribution can bring a file of this machine onto the site.',
  hint: 'Put the file itself in its place. Only the folder `content` as a whole may be a link.',
});

export const watchLimit = (folder: string): Problem => ({
  file: folder,
  code: 'watch-limit',
  severity: 'warning',
  message:
    'The system watches no more files for this user, so Dateline looks at them in turn: changes show within a second.',
  hint: 'Raise the limit to see them at once, on Linux by `sudo sysctl fs.inotify.max_user_watches=524288`.',
});
