#!/usr/bin/env node
import { enableCompileCache } from './edges/compile-cache.js';
import { limitGarbage } from './edges/heap.js';
import { openFilesProblem } from './edges/open-files.js';

enableCompileCache();
limitGarbage();
try {
  const { run } = await import('./cli/run.js');
  const { processTerminal } = await import('./cli/terminal.js');
  process.exitCode = await run(process.argv.slice(2), processTerminal());
} catch (error) {
  // What words all other problems could not be loaded either.
  const problem = openFilesProblem(error);
  if (problem === null) throw error;
  process.stderr.write(`error ${problem.code}\n  ${problem.message}\n  ${problem.hint}\n`);
  process.exitCode = 2;
}
