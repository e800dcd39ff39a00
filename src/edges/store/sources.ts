import * as fs from 'node:fs';
import { dirname } from 'node:path';
import type { GoodSources } from '../../build/ports.js';
import { contentHash } from '../../text/hash.js';
import { byText } from '../../text/order.js';

/**
 * Sources as they last were good, in one file that may be removed at any time; it is read only where a source is
 * wrong, and written only where one has changed.
 *
 * @param file null: they are kept as long as the process lives
 */
export function openGoodSources(file: string | null): GoodSources {
  let kept: ReadonlyMap<string, Uint8Array> | null = file === null ? new Map() : null;
  let written = file === null ? null : markOf(file);
  return {
    good(path) {
      kept ??= file === null ? new Map() : read(file);
      return kept.get(path) ?? null;
    },
    keep(sources) {
      kept = new Map(sources);
      if (file === null) return;
      const text = JSON.stringify(
        [...sources]
          .sort(([a], [b]) => byText(a, b))
          .map(([path, bytes]) => [path, Buffer.from(bytes).toString('base64')]),
      );
      const mark = contentHash(text);
      if (mark === written) return;
      try {
        fs.mkdirSync(dirname(file), { recursive: true });
        fs.writeFileSync(`${file}.new`, `${mark}\n${text}`);
        fs.renameSync(`${file}.new`, file);
        written = mark;
      } catch {
        // Where it can't be written, nothing can be kept for the next time.
      }
    },
  };
}

const EMPTY = contentHash('[]');

/** What the file begins with: the hash of the rest. No file is as good as an empty one. */
function markOf(file: string): string {
  try {
    const text = fs.readFileSync(file, 'utf8');
    return text.slice(0, text.indexOf('\n'));
  } catch {
    return EMPTY;
  }
}

function read(file: string): Map<string, Uint8Array> {
  const sources = new Map<string, Uint8Array>();
  try {
    const text = fs.readFileSync(file, 'utf8');
    const end = text.indexOf('\n');
    const rest = text.slice(end + 1);
    if (contentHash(rest) !== text.slice(0, end)) return sources;
    const rows: readonly (readonly [string, string])[] = JSON.parse(rest);
    for (const [path, bytes] of rows) sources.set(path, Buffer.from(bytes, 'base64'));
  } catch {
    // As good as absent.
  }
  return sources;
}
