import { Command } from 'commander';
import { version } from '../edges/package.js';
import { addBuild } from './commands/build.js';
import { addCheck } from './commands/check.js';
import { addDev } from './commands/dev.js';
import { addInit } from './commands/init.js';
import { addList } from './commands/list.js';
import { addNew } from './commands/new.js';
import { addRelated } from './commands/related.js';
import { addWhy } from './commands/why.js';
import type { Terminal } from './terminal.js';

/** What every command is given: where to speak, and how to set the exit status. */
export interface Context {
  readonly terminal: Terminal;
  /** Exit status of design section 6. */
  readonly exit: (status: number) => void;
}

/** The whole command line; `docs/commands.md` is generated from it. */
export function createProgram(terminal: Terminal, exit: (status: number) => void): Command {
  const program = new Command('dateline')
    .description('A static site generator made for newsrooms: Markdown in, a complete news site out.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .showSuggestionAfterError()
    .showHelpAfterError('(dateline --help shows what there is)')
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .exitOverride();
  const context: Context = { terminal, exit };
  for (const add of [addBuild, addCheck, addDev, addNew, addList, addRelated, addWhy, addInit]) {
    const command = add(program, context);
    command.exitOverride().configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  }
  return program;
}
