// Files of folders with millions of them.
import { copyFileSync, mkdirSync, opendirSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

/** Files and folders that stand only while something is measured. */
const temporary = new Set();

/** Names what is to go when the measurement is broken off; gives what removes it before. */
export function passing(path) {
  temporary.add(path);
  return () => {
    rmSync(path, { recursive: true, force: true });
    temporary.delete(path);
  };
}

/** Removes all that stands only for a while. */
export function removePassing() {
  for (const path of temporary) {
    try {
      rmSync(path, { recursive: true, force: true, maxRetries: 5 });
    } catch (error) {
      process.stderr.write(`${path} could not be removed (${error.code}).\n`);
    }
  }
}

/** Calls back with every file below a folder, one at a time: no list of them is held. */
export function eachFile(dir, visit) {
  const folder = opendirSync(dir);
  try {
    for (let entry = folder.readSync(); entry !== null; entry = folder.readSync()) {
      const path = join(dir, entry.name);
      if (entry.isDirectory()) eachFile(path, visit);
      else if (entry.isFile()) visit(path);
    }
  } finally {
    folder.closeSync();
  }
}

/**
 * Makes one folder what another is. A file of the same size and time stands, so that a copy sees of an edit what the original
 * sees.
 */
export function mirror(from, to) {
  mkdirSync(to, { recursive: true });
  const gone = new Map(readdirSync(to, { withFileTypes: true }).map((entry) => [entry.name, entry]));
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, copy] = [join(from, entry.name), join(to, entry.name)];
    const there = gone.get(entry.name);
    gone.delete(entry.name);
    if (there !== undefined && there.isDirectory() !== entry.isDirectory()) rmSync(copy, { recursive: true });
    if (entry.isDirectory()) {
      mirror(source, copy);
      continue;
    }
    const { size, mtimeMs, atime, mtime } = statSync(source);
    const old = statSync(copy, { throwIfNoEntry: false });
    // Times are written in whole milliseconds.
    if (old !== undefined && old.size === size && Math.abs(old.mtimeMs - mtimeMs) < 1) continue;
    copyFileSync(source, copy);
    utimesSync(copy, atime, mtime);
  }
  for (const name of gone.keys()) rmSync(join(to, name), { recursive: true, force: true });
}
