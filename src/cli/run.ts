import { CommanderError } from 'commander';
import { createProgram } from './program.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage.js';

/** Exit status for a bug in Dateline itself (EX_SOFTWARE of sysexits.h). */
const BUG = 70;
const WRONG_USE = 2;

/** Runs one command and gives its exit status (design section 6). */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  let status = 0;
  const program = createProgram(terminal, (code) => {
    status = code;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USE;
    if (error instanceof UsageError) {
      terminal.err(`${error.message}\n${error.hint}\n`);
      return WRONG_USE;
    }
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    terminal.err(
      `This is a bug in Dateline, not in your newsroom. Your published site was not touched.\nPlease report it with the text below and what you were doing.\n\n${trace}\n`,
    );
    return BUG;
  }
}
