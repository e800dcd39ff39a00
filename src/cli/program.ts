import { Command, type CommanderError } from 'commander';
import { version } from '../edges/package.js';
import { addBuild } from './commands/build.js';
import { addCheck } from './commands/check.js';
import { addDev } from './commands/dev.js';
import { addInit } from './commands/init.js';
import { addList } from './commands/list.js';
import { addNew } from './commands/new.js';
import { addRelated } from './commands/related.js';
import { addUrls } from './commands/urls.js';
import { addWhy } from './commands/why.js';
import { COMMAND_HELP, helpAfter, STATUSES } from './help.js';
import { hanging } from './report/words.js';
import type { Terminal } from './terminal.js';
import { wrongCall } from './wrong-call.js';

/** What every command is given: where to speak, and how to set the exit status. */
export interface Context {
  readonly terminal: Terminal;
  /** Exit status of design section 6. */
  readonly exit: (status: number) => void;
}

/**
 * The whole command line; `docs/commands.md` is generated from it. A command's file says its flags; what it needs to
 * run it imports then, so that `--help` and a mistyped flag answer at once.
 */
export function createProgram(terminal: Terminal, exit: (status: number) => void): Command {
  const program = new Command('dateline')
    .description('A static site generator made for newsrooms: Markdown in, a complete news site out.')
    .usage('COMMAND [flags]')
    .version(version(), '-V, --version', 'print the version')
    .helpCommand('help [command]', 'print help for a command')
    .addHelpText('after', programHelp(terminal.width));
  const context: Context = { terminal, exit };
  for (const add of [addBuild, addDev, addCheck, addNew, addList, addRelated, addUrls, addWhy, addInit]) {
    const command = add(program, context);
    const name = command.name();
    command.addHelpText('after', helpAfter(name, terminal.width)).summary(command.description());
    command.description(`${capital(command.summary())}.\n\n${COMMAND_HELP[name]?.more ?? ''}`);
  }
  for (const command of [program, ...program.commands]) speaksThrough(command, program, terminal);
  return program;
}

/** What is wrong with a call becomes one of our problems; commander itself says nothing but help. */
function speaksThrough(command: Command, program: Command, terminal: Terminal): void {
  command
    .helpOption('-h, --help', 'print help')
    .configureHelp({ minWidthToWrap: 16 })
    .configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.err,
      outputError: () => {},
      getOutHelpWidth: () => terminal.width,
      getErrHelpWidth: () => terminal.width,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .exitOverride((error: CommanderError) => {
      throw wrongCall(error, command, program);
    });
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function programHelp(width: number): string {
  return `
Exit status:
${STATUSES.map(([status, meaning]) => `  ${String(status).padStart(2)}  ${hanging(meaning, width - 6, 6)}`).join('\n')}

A first newsroom:  dateline init my-paper
`;
}
