import { createRequire } from 'node:module';
import type * as esbuild from 'esbuild';
import type * as lightningcss from 'lightningcss';

/*
 * Two libraries with machine code of their own, each loaded when something has to be made that no cache has. Node finds
 * the code in a package of its own for each system, so nothing is downloaded or compiled when they are installed.
 */

const load = createRequire(import.meta.url);

export const loadStyleTool = (): typeof lightningcss => load('lightningcss');
export const loadScriptTool = (): typeof esbuild => load('esbuild');
