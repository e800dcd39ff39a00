import * as fs from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Asked, RecordedFiles } from './files/index.js';
import { takeLock } from './lock/index.js';
import { NOTHING_CHANGED, writeChanges } from './publisher/decide.js';
import { publishedMark } from './publisher/mark.js';
import type { Places } from './publisher/places.js';

/**
 * The last edition that was published in an output folder, with all that it was made from. Where this build would be
 * asked for the same, would read the same and finds what is published untouched, there is nothing to do.
 */
export interface Editions {
  /** What was said of the last edition, where a build would make the same; null where it must be tried. */
  same(): Promise<string | null>;
  /**
   * Where `same` has looked at all that is published and found every file as it was: what names it (`publishedMark`), so that
   * whoever publishes next need not look again. Else null.
   */
  untouched(): Promise<string | null>;
  /**
   * Remembers the edition that has just been published.
   *
   * @param said what `same` will give
   * @param until the moment at which the site differs by itself, in milliseconds; null: never
   */
  keep(said: string, until: number | null): Promise<void>;
}

export interface EditionsOptions {
  readonly places: Places;
  /** What makes results, and the options of the build. */
  readonly asked: string;
  /** The time of the build, in milliseconds. */
  readonly now: number;
  /** Everything that a build reads of the site and of the package. */
  readonly sources: readonly RecordedFiles[];
  /** Begins to look whether every published file is as it was published; the answer may be waited for. */
  readonly look: () => () => Promise<boolean>;
}

interface Edition {
  readonly asked: string;
  readonly from: number;
  readonly until: number | null;
  readonly sources: readonly { readonly asked: Asked; readonly answers: string }[];
  readonly published: string;
  readonly said: string;
}

export function openEditions({ places, asked, now, sources, look }: EditionsOptions): Editions {
  const file = join(places.folder, 'edition.json');
  let seen: { readonly mark: string | null; readonly isUntouched: () => Promise<boolean> } | null = null;
  const readsTheSame = async (edition: Edition): Promise<boolean> => {
    for (const [i, source] of sources.entries()) {
      const before = edition.sources[i];
      if (before === undefined || (await source.answers(before.asked)) !== before.answers) return false;
    }
    return true;
  };
  return {
    async same() {
      const edition = read(file);
      if (edition === null || edition.asked !== asked) return null;
      if (now < edition.from || (edition.until !== null && now >= edition.until)) return null;
      const mark = publishedMark(fs, places);
      const looked = look();
      let answer: Promise<boolean> | null = null;
      seen = {
        mark,
        isUntouched() {
          answer ??= looked();
          return answer;
        },
      };
      if (!(await readsTheSame(edition)) || !(await seen.isUntouched())) return null;
      const lock = takeLock(places.state);
      try {
        // Whoever has published since we looked has left other stamps.
        if (publishedMark(fs, places) !== edition.published) return null;
        writeChanges(fs, places, NOTHING_CHANGED);
        return edition.said;
      } finally {
        lock.release();
      }
    },
    async untouched() {
      return seen !== null && (await seen.isUntouched()) ? seen.mark : null;
    },
    async keep(said, until) {
      try {
        const published = publishedMark(fs, places);
        if (published === null) return;
        const all = [];
        for (const source of sources) {
          const questions = source.asked();
          all.push({ asked: questions, answers: await source.answers(questions) });
        }
        const edition: Edition = { asked, from: now, until, sources: all, published, said };
        const text = JSON.stringify(edition);
        fs.writeFileSync(`${file}.new`, `${crc32(text).toString(16)}\n${text}`);
        fs.renameSync(`${file}.new`, file);
      } catch {
        // The next build finds out for itself that nothing has changed.
      }
    },
  };
}

/** Null where it is absent or damaged. */
function read(file: string): Edition | null {
  try {
    const text = fs.readFileSync(file, 'utf8');
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    // Whole, so it is what `keep` has written.
    return crc32(body).toString(16) === text.slice(0, end) ? JSON.parse(body) : null;
  } catch {
    return null;
  }
}
