import { type Command, CommanderError } from 'commander';
import { PublishError } from '../build/ports.js';
import { systemProblem } from '../edges/failure.js';
import type { Problem } from '../model/problem.js';
import { pretty } from '../problems/format.js';
import { unknownCommand } from '../problems/usage.js';
import { createProgram } from './program.js';
import { inPublic, paint, type Terminal } from './terminal.js';
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
    refuseUnknownHelp(args, program);
    await program.parseAsync([...args], { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USE;
    const refused = refusal(error);
    if (refused === null) {
      terminal.err(bug(error));
      return BUG;
    }
    for (const problem of refused.problems) {
      terminal.err(
        `${pretty(problem, { paint: paint(terminal), width: terminal.width, redact: inPublic(terminal) })}\n`,
      );
    }
    return refused.status;
  }
}

/** Commander answers `help biuld` by everything it knows. */
function refuseUnknownHelp([first, name]: readonly string[], program: Command): void {
  const known = program.commands.map((command) => command.name());
  if (first === 'help' && name !== undefined && !name.startsWith('-') && !known.includes(name))
    throw new UsageError(unknownCommand(name, known));
}

/** What a command could not do for a reason that the user can mend; null for a bug. */
export function refusal(
  error: unknown,
): { readonly problems: readonly Problem[]; readonly status: number } | null {
  if (error instanceof UsageError) return { problems: [error.problem], status: WRONG_USE };
  if (error instanceof PublishError) return { problems: error.problems, status: error.status };
  const problem = systemProblem(error);
  return problem === null ? null : { problems: [problem], status: WRONG_USE };
}

/** What is said of an error that nobody foresaw. */
export function bug(error: unknown): string {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return (
    'This is a bug in Dateline, not in your newsroom. What readers see was not touched.\n' +
    `Please report it with the text below and what you were doing.\n\n${trace}\n`
  );
}
