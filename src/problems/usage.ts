import type { Problem } from '../model/problem.js';
import { suggestion } from './suggest.js';

/** `file` of these problems is the part of the command line that they are about: there is no other place. */
export const unknownCommand = (name: string, known: readonly string[]): Problem => ({
  file: name,
  code: 'unknown-command',
  severity: 'error',
  message: `There is no command \`${name}\`.${suggestion(name, known)}`,
  hint: 'The commands are listed by `dateline --help`.',
});

export const unknownFlag = (command: string, flag: string, known: readonly string[]): Problem => ({
  file: flag,
  code: 'unknown-flag',
  severity: 'error',
  message: `\`dateline ${command}\` has no flag \`${flag}\`.${suggestion(flag, known)}`,
  hint: `The flags of this command are listed by \`dateline ${command} --help\`.`,
});

export const flagValue = (flag: string, value: string, wanted: string, example: string): Problem => ({
  file: flag,
  code: 'flag-value',
  severity: 'error',
  message: `\`${flag}\` cannot be \`${value}\`: it wants ${wanted}.`,
  hint: `Write it like this: \`${flag} ${example}\``,
});

export const flagWithoutValue = (flag: string, wanted: string, example: string): Problem => ({
  file: flag,
  code: 'flag-without-value',
  severity: 'error',
  message: `\`${flag}\` stands without its value, which is ${wanted}.`,
  hint: `Write it like this: \`${flag} ${example}\``,
});

export const flagsConflict = (flag: string, other: string, why: string): Problem => ({
  file: flag,
  code: 'flags-conflict',
  severity: 'error',
  message: `\`${flag}\` and \`${other}\` cannot be used together: ${why}.`,
  hint: 'Leave one of the two out.',
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
  message: `\`dateline ${command}\` does not know what to do with \`${argument}\`.`,
  hint: 'Put a text of several words in quotes. To work on another folder, write `--root` in front of it.',
});

export const noSiteFolder = (root: string): Problem => ({
  file: root,
  code: 'no-site-folder',
  severity: 'error',
  message: 'There is no newsroom in this folder: it has no folder `content`.',
  hint: 'Go to the folder of the site, name it with `--root`, or begin a new one with `dateline init`.',
});

export const unsafeOut = (out: string, why: string): Problem => ({
  file: out,
  code: 'unsafe-out',
  severity: 'error',
  message: `The site cannot be written to this folder: ${why}.`,
  hint: 'Choose a folder of its own, such as `--out public`.',
});

export const unknownArticle = (id: string, known: Iterable<string>): Problem => ({
  file: id,
  code: 'unknown-article',
  severity: 'error',
  message: `No article that readers can see has the id, path or address \`${id}\`.${suggestion(id, known)}`,
  hint: '`dateline list` shows the articles with their ids. Drafts and embargoed ones are found with `--drafts` and `--future`.',
});

export const unknownPage = (url: string, known: Iterable<string>): Problem => ({
  file: url,
  code: 'unknown-page',
  severity: 'error',
  message: `The site has no page at \`${url}\`.${suggestion(url, known)}`,
  hint: 'Write the path of a page below the address of the site: `dateline why /2026/11/summit-ends/`',
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
  hint: `End the other program, or choose another port: \`--port ${port + 1}\``,
});
