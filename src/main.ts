#!/usr/bin/env node
import { enableCompileCache } from './edges/compile-cache.js';

enableCompileCache();
const { run } = await import('./cli/run.js');
const { processTerminal } = await import('./cli/terminal.js');
process.exitCode = await run(process.argv.slice(2), processTerminal());
