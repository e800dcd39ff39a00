import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { COMMAND_HELP, STATUSES } from '../../src/cli/help.js';
import { commandsPage, flagsOf, programForDocs } from '../../src/docs/commands.js';
import { staleDocs } from '../../src/docs/main.js';
import { dateline } from './support.js';

const page = readFileSync(new URL('../../docs/commands.md', import.meta.url), 'utf8');
const commands = programForDocs().commands;

/** The section of a command, with the flags that it shares. */
function sectionOf(name: string): string {
  const own = page.split(/^## /m).find((part) => part.startsWith(`${name}\n`)) ?? '';
  const shared = page.split(/^## /m).find((part) => part.startsWith('Flags of every')) ?? '';
  return own.includes('flags of every command') ? own + shared : own;
}

const flagsIn = (text: string): string[] =>
  [...new Set([...text.matchAll(/(?<=\| `|^ {2})--[\w-]+/gm)].map(([flag]) => flag))].sort();

describe('the reference of commands', () => {
  it('is what `npm run docs` would write now', async () => {
    expect(await staleDocs([commandsPage])).toEqual([]);
  });

  test.each(commands.map((command) => [command.name(), command] as const))(
    'has every flag that `%s --help` has, and no other',
    async (name, command) => {
      const { out } = await dateline('.', [name, '--help']);
      const flags = flagsOf(command)
        .map((option) => option.long)
        .sort();
      expect(flagsIn(sectionOf(name))).toEqual(flags);
      expect(flagsIn(out)).toEqual(flags);
    },
  );

  it('has a section for every command, and for nothing else', () => {
    const headings = [...page.matchAll(/^## (\w+)$/gm)].map(([, name]) => name);
    expect(headings).toEqual(commands.map((command) => command.name()));
    expect(Object.keys(COMMAND_HELP).sort()).toEqual(headings.sort());
  });

  test.each(
    Object.entries(COMMAND_HELP).flatMap(([name, { examples }]) =>
      examples.map(([line]) => [line, name] as const),
    ),
  )('shows an example that the program understands: %s', (line, name) => {
    const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
    expect(words.slice(0, 2)).toEqual(['dateline', name]);
    const command = programForDocs().commands.find((one) => one.name() === name);
    expect(command?.parseOptions(words.slice(2).filter((word) => word !== '>')).unknown).toEqual([]);
  });

  it('names every exit status', () => {
    for (const [status, meaning] of STATUSES) expect(page).toContain(`| ${status} | ${meaning} |`);
  });
});
