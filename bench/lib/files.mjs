// Files of folders with millions of them.
import { opendirSync } from 'node:fs';
import { join } from 'node:path';

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
