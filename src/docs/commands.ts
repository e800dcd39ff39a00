import type { Argument, Command, Option } from 'commander';
import { COMMAND_HELP, STATUSES } from '../cli/help.js';
import { createProgram } from '../cli/program.js';
import { cell, fence, type Generator, generatedNote } from './generator.js';

/** `docs/commands.md`: every command with its flags, made from what the program itself understands. */
export const commandsPage: Generator = {
  path: 'docs/commands.md',
  text: () => {
    const program = programForDocs();
    const common = commonFlags(program.commands);
    return `${[
      generatedNote('src/cli/'),
      '',
      '# Commands',
      '',
      'Every command is `dateline COMMAND`; in a newsroom that npm installed Dateline for, `npx dateline COMMAND`.',
      '`dateline COMMAND --help` says in the terminal what stands here.',
      '',
      '| command | what it does |',
      '| --- | --- |',
      ...program.commands.map(
        (command) => `| [\`${usageOf(command)}\`](#${command.name()}) | ${cell(command.summary())} |`,
      ),
      '',
      '## Exit status',
      '',
      '| status | meaning |',
      '| --- | --- |',
      ...STATUSES.map(([status, meaning]) => `| ${status} | ${cell(meaning)} |`),
      '',
      'What is wrong is told in full sentences with a code, which [problems](problems.md) explains. Progress and',
      'messages go to stderr, what programs read goes to stdout. Where `CI` is set, nothing of an unpublished article is',
      'printed but the name of its file.',
      '',
      '## Flags of every command that reads content',
      '',
      `${listed(readers(program.commands).map((command) => `\`${command.name()}\``))} have these too:`,
      '',
      ...flagTable(common),
      '',
      ...program.commands.flatMap((command) => commandLines(command, common)),
    ]
      .join('\n')
      .trimEnd()}\n`;
  },
};

/** The program, without anything that it would work on. */
export function programForDocs(): Command {
  const silent = () => {};
  return createProgram(
    {
      out: silent,
      err: silent,
      live: false,
      width: 100,
      colours: { out: false, err: false },
      cwd: '.',
      env: {},
      stopped: async () => {},
    },
    silent,
  );
}

/** The usage of a command, without the word `dateline`. */
export function usageOf(command: Command): string {
  return [command.name(), ...command.registeredArguments.map(argumentOf)].join(' ');
}

/** Flags that a command has, in the order of its help. */
export function flagsOf(command: Command): readonly Option[] {
  return command.options.filter((option) => option.long !== '--help');
}

const argumentOf = (argument: Argument): string =>
  argument.required ? `<${argument.name()}>` : `[${argument.name()}]`;

const readers = (commands: readonly Command[]): Command[] =>
  commands.filter((command) => flagsOf(command).some((option) => option.long === '--now'));

/** What all commands that read content share; `--on-invalid` too, though its default is not the same everywhere. */
function commonFlags(commands: readonly Command[]): readonly Option[] {
  const [first, ...others] = readers(commands);
  if (first === undefined) return [];
  return flagsOf(first).filter((option) =>
    others.every((command) => flagsOf(command).some((other) => other.flags === option.flags)),
  );
}

function commandLines(command: Command, common: readonly Option[]): string[] {
  const help = COMMAND_HELP[command.name()];
  if (help === undefined) throw new Error(`The command ${command.name()} is not documented.`);
  const reads = readers([command]).length > 0;
  const shared = (option: Option): boolean => reads && common.some((other) => other.flags === option.flags);
  const own = flagsOf(command).filter((option) => !shared(option));
  const invalid = flagsOf(command).find((option) => option.long === '--on-invalid');
  return [
    `## ${command.name()}`,
    '',
    fence('', `dateline ${usageOf(command)} [flags]`),
    '',
    help.more,
    '',
    ...command.registeredArguments.flatMap((argument) => [
      `- \`${argumentOf(argument)}\`: ${argument.description}${choicesOf(argument)}${
        argument.defaultValue === undefined ? '' : `; default \`${String(argument.defaultValue)}\``
      }`,
    ]),
    ...(command.registeredArguments.length > 0 ? [''] : []),
    ...(own.length > 0 ? [...flagTable(own), ''] : []),
    ...(reads
      ? [
          `And the [flags of every command that reads content](#flags-of-every-command-that-reads-content); \`--on-invalid\` is \`${String(invalid?.defaultValue)}\` here.`,
          '',
        ]
      : []),
    `Ends with ${listed(
      [...help.statuses, 2].sort((a, b) => a - b).map((status) => `\`${status}\``),
      'or',
    )}.`,
    '',
    '| example | |',
    '| --- | --- |',
    ...help.examples.map(([line, what]) => `| \`${cell(line)}\` | ${cell(what)} |`),
    '',
  ];
}

function flagTable(options: readonly Option[]): string[] {
  return [
    '| flag | meaning | default |',
    '| --- | --- | --- |',
    ...options.map(
      (option) =>
        `| \`${cell(option.flags)}\` | ${cell(option.description.replace(/ \(default: .*\)$/, ''))}${choicesOf(option)} | ${defaultOf(option)} |`,
    ),
  ];
}

function choicesOf({ argChoices }: { readonly argChoices?: readonly string[] }): string {
  return argChoices === undefined ? '' : `: ${argChoices.map((choice) => `\`${choice}\``).join(', ')}`;
}

function defaultOf(option: Option): string {
  const said = / \(default: (.*)\)$/.exec(option.description)?.[1];
  if (said !== undefined) return said;
  const { defaultValue, defaultValueDescription, long, negate } = option;
  if (defaultValueDescription !== undefined) return defaultValueDescription;
  // Its default differs from command to command.
  if (long === '--on-invalid') return 'see the command';
  if (negate || defaultValue === undefined) return option.required ? 'none' : 'off';
  return `\`${String(defaultValue)}\``;
}

function listed(items: readonly string[], word = 'and'): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}
