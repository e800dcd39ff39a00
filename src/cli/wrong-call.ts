import type { Command, CommanderError } from 'commander';
import type { Problem } from '../model/problem.js';
import {
  argumentMissing,
  argumentUnexpected,
  flagValue,
  unknownCommand,
  unknownFlag,
} from '../problems/usage.js';
import { withoutValue } from './flags.js';
import { COMMAND_HELP } from './help.js';
import { UsageError } from './usage.js';

/** What commander says of a call, as a problem of ours; help and version pass. */
export function wrongCall(error: CommanderError, command: Command, program: Command): Error {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.unknownCommand':
      return new UsageError(unknownCommand(quoted, commandsOf(program)));
    case 'commander.unknownOption':
      return new UsageError(unknownOption(quoted, command, program));
    case 'commander.optionMissingArgument':
      return withoutValue(/--[\w-]+/.exec(quoted)?.[0] ?? quoted);
    case 'commander.missingArgument': {
      const what = command.registeredArguments.find((argument) => argument.name() === quoted)?.description;
      const example = COMMAND_HELP[command.name()]?.examples[0]?.[0] ?? '';
      return new UsageError(
        argumentMissing(command.name(), what ?? quoted, example.split(' ').slice(2).join(' ')),
      );
    }
    case 'commander.excessArguments': {
      const extra = command.args[command.registeredArguments.length] ?? '';
      return new UsageError(
        command === program
          ? unknownCommand(extra, commandsOf(program))
          : argumentUnexpected(command.name(), extra),
      );
    }
    default:
      return error;
  }
}

const commandsOf = (program: Command): string[] => [...program.commands.map((one) => one.name()), 'help'];

function unknownOption(flag: string, command: Command, program: Command): Problem {
  const names = command.options.flatMap((option) => option.long ?? []);
  const [name = flag] = flag.split('=');
  // `--open=false`: a switch is on where it stands.
  if (name !== flag && names.includes(name)) {
    return flagValue(name, flag.slice(name.length + 1), 'no value, it is on where it stands', '');
  }
  return unknownFlag(command === program ? '' : command.name(), name, [...names, '--help']);
}
