import { posix } from 'node:path';
import type { Message, Plugin } from 'esbuild';
import type { Problem } from '../../model/problem.js';
import { locator } from '../../problems/index.js';
import * as told from '../../problems/styles.js';
import { scriptTargets } from './browsers.js';
import { loadScriptTool } from './native.js';
import type { FoundAsset, Made } from './types.js';

/** A module: its names are its own, and what it imports from `templates/assets/` is put into it. */
const isModule = ({ name, text }: FoundAsset): boolean =>
  /\.mjs$/i.test(name) || /^\s*(?:import|export)\b|\bimport\s*\(/m.test(text ?? '');

/** A script as it is published: without a byte too many. Names that other scripts of the page may use stay what they are. */
export async function makeScript(asset: FoundAsset, scripts: ReadonlyMap<string, FoundAsset>): Promise<Made> {
  const { name, text } = asset;
  const tool = loadScriptTool();
  const options = {
    minify: true,
    charset: 'utf8',
    target: scriptTargets(),
    logLevel: 'silent',
    legalComments: 'inline',
  } as const;
  try {
    if (!isModule(asset)) {
      const { code, warnings } = tool.transformSync(text ?? '', { ...options, sourcefile: name });
      return {
        text: code.trimEnd(),
        problems: warnings.map((one) => told.scriptOdd(...placed(one, scripts, asset))),
      };
    }
    const { outputFiles, warnings } = await tool.build({
      ...options,
      entryPoints: [name],
      bundle: true,
      write: false,
      format: 'esm',
      plugins: [among(scripts)],
    });
    // Else its process waits for more.
    await tool.stop();
    return {
      text: (outputFiles[0]?.text ?? '').trimEnd(),
      problems: warnings.map((one) => told.scriptOdd(...placed(one, scripts, asset))),
    };
  } catch (error) {
    if (!(error instanceof Error) || !('errors' in error) || !Array.isArray(error.errors)) throw error;
    const errors: Message[] = error.errors;
    return {
      text: null,
      problems: errors.map((one): Problem => told.scriptSyntax(...placed(one, scripts, asset))),
    };
  }
}

/** Lets a module import nothing but the theme's own scripts. */
const among = (scripts: ReadonlyMap<string, FoundAsset>): Plugin => ({
  name: 'assets',
  setup(build) {
    build.onResolve({ filter: /.*/ }, ({ path, importer }) => {
      if (/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(path)) return { path, external: true };
      const wanted = importer === '' ? path : posix.normalize(posix.join(posix.dirname(importer), path));
      if (scripts.has(wanted)) return { path: wanted, namespace: 'assets' };
      return { errors: [{ text: `there is no script \`${wanted}\` in \`templates/assets/\`` }] };
    });
    build.onLoad({ filter: /.*/, namespace: 'assets' }, ({ path }) => ({
      contents: scripts.get(path)?.text ?? '',
      loader: 'js',
    }));
  },
});

function placed(
  { text, location }: Message,
  scripts: ReadonlyMap<string, FoundAsset>,
  asset: FoundAsset,
): [Parameters<typeof told.scriptSyntax>[0], string] {
  const message = text.replaceAll('"', '`').replace(/\.$/, '');
  const found = scripts.get(location?.file.replace(/^assets:/, '') ?? '') ?? asset;
  if (location === null || found.text === null) return [{ file: found.place }, message];
  // Columns are counted in bytes.
  const before = Buffer.from(location.lineText).subarray(0, location.column).toString();
  return [locator(found.place, found.text).line(location.line, before.length + 1, location.length), message];
}
