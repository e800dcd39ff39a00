// Where a run writes: looked at before it begins.
import { accessSync, constants, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { eachFile, passing } from './files.mjs';
import { TELLS_MEMORY } from './run.mjs';

/** What would only be noticed after an hour of measuring. */
export function mindPlaces(wanted, log) {
  try {
    mkdirSync(wanted.dir, { recursive: true });
    accessSync(wanted.dir, constants.W_OK);
    if (wanted.json !== null) accessSync(dirname(resolve(wanted.json)), constants.W_OK);
  } catch (error) {
    throw new Error(`${error.path} can't be written to (${error.code}).`);
  }
  if (!TELLS_MEMORY)
    log(
      'Neither memory nor the processor’s time is told: that takes GNU time (`time` in Debian, `gnu-time` in Homebrew).',
    );
  const [made, source] = ['dist/main.js', 'src'].map((path) => join(wanted.home, path));
  if (!existsSync(made) || !existsSync(source)) return;
  let newest = 0;
  eachFile(source, (path) => {
    newest = Math.max(newest, statSync(path).mtimeMs);
  });
  if (newest > statSync(made).mtimeMs)
    log('src/ is newer than dist/, which is what is measured: `npm run compile` brings them together.');
}

/** Keeps a second run out of the folder; gives what lets it in again. */
export function takeFolder(dir) {
  const mark = join(dir, 'running');
  const other = existsSync(mark) ? Number(readFileSync(mark, 'utf8')) : 0;
  let runs = other > 0;
  try {
    if (runs) process.kill(other, 0);
  } catch (error) {
    runs = error.code === 'EPERM';
  }
  if (runs)
    throw new Error(
      `Process ${other} measures in ${dir}: wait for it, take another folder, or remove ${mark}.`,
    );
  writeFileSync(mark, String(process.pid));
  return passing(mark);
}
