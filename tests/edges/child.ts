import { type ChildProcess, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));

/** Translates a module of `src/` and all that it imports, so that a plain Node process can run it. */
export function translated(entry: string, into: string): string {
  const done = new Set<string>();
  const translate = (path: string): void => {
    if (done.has(path)) return;
    done.add(path);
    const { outputText } = ts.transpileModule(fs.readFileSync(path, 'utf8'), {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
    });
    const target = join(into, relative(REPOSITORY, path).replace(/\.ts$/, '.js'));
    fs.mkdirSync(dirname(target), { recursive: true });
    fs.writeFileSync(target, outputText);
    for (const [, name = ''] of outputText.matchAll(/from '(\.[^']+)\.js'/g))
      translate(join(dirname(path), `${name}.ts`));
  };
  translate(join(REPOSITORY, entry));
  fs.writeFileSync(join(into, 'package.json'), '{"type":"module"}');
  if (!fs.existsSync(join(into, 'node_modules')))
    fs.symlinkSync(join(REPOSITORY, 'node_modules'), join(into, 'node_modules'));
  return join(into, entry.replace(/\.ts$/, '.js'));
}

/** Runs a script; resolves with the process when it has printed its first line. */
export async function started(
  code: string,
  folder: string,
): Promise<{ child: ChildProcess; ended: Promise<void> }> {
  const path = join(folder, `script-${fs.readdirSync(folder).length}.js`);
  fs.writeFileSync(path, code);
  const child = spawn(process.execPath, [path], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await Promise.race([new Promise((resolve) => child.stdout?.once('data', resolve)), ended]);
  return { child, ended };
}
