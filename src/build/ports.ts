import type { ParsedArticle } from '../model/article.js';
import type { Changes, Manifest, ManifestEntry, NextChange, Phase } from '../model/page.js';

/** A file of the site, found by walking. Paths have `/` on every system and are NFC as the disk has them. */
export interface FoundFile {
  /** Path from the site's root: `content/articles/a.md`. */
  readonly path: string;
  readonly size: number;
  /** For `dev` and for messages only; never decides what is built. */
  readonly mtimeMs: number;
}

/** What a walk of a folder found: files in code-point order of their paths, and what was left out. */
export interface Walk {
  readonly files: readonly FoundFile[];
  /** Links (never followed), sockets and the like. */
  readonly skipped: readonly { readonly path: string; readonly why: 'link' | 'special' | 'unreadable' }[];
}

/** Reads the site's folder. */
export interface Files {
  /** Every file below a folder, names beginning with `.` left out but for `.well-known`; an absent folder is empty. */
  walk(folder: string): Promise<Walk>;
  /** @throws {Error} with `code` ENOENT and the like. */
  read(path: string): Promise<Uint8Array>;
  /** Null where there is no such file. */
  readIfThere(path: string): Promise<Uint8Array | null>;
}

/** Width and height of pictures, in pixels. */
export interface PictureSizes {
  sizeOf(path: string): Promise<{ readonly width: number; readonly height: number } | null>;
}

/**
 * Results of parsing, by the hash of all that decided them. A cache: it may forget anything at any time, and a
 * damaged entry counts as absent.
 */
export interface ParseStore {
  get(key: string): StoredParse | null;
  put(key: string, value: StoredParse): void;
  /** The newest key under which this file parsed without error, for `--on-invalid keep`. */
  lastGood(file: string): string | null;
  close(): Promise<void>;
}

export interface StoredParse {
  readonly parsed: ParsedArticle | null;
  readonly problems: readonly import('../model/problem.js').Problem[];
}

/** Where a build's output goes. Nothing shows before `commit`. */
export interface Publication {
  /** Text of a page or other file. */
  write(path: string, content: string | Uint8Array, phase: Phase): Promise<void>;
  /** A file copied as it stands, from an absolute path. */
  copy(path: string, from: string, phase: Phase): Promise<void>;
  /** Makes `public/` equal to what was written; removes own files that were not. */
  commit(next: NextChange): Promise<Published>;
  /** Forgets all that was staged; `public/` is as it was. */
  abort(): Promise<void>;
}

export interface Published {
  readonly manifest: Manifest;
  readonly changes: Changes;
}

export interface Publisher {
  /** Takes the lock, finishes a publish that was killed half way, and begins a new one. */
  begin(): Promise<Publication>;
}

/** Told of progress; shows it or does nothing. */
export interface Reporter {
  /** A stage begins; `total` where it counts things. */
  stage(name: StageName, total?: number): void;
  tick(done: number): void;
}

export const STAGES = ['discover', 'parse', 'assemble', 'relate', 'plan', 'render', 'publish'] as const;
export type StageName = (typeof STAGES)[number];

export interface Ports {
  readonly files: Files;
  readonly pictures: PictureSizes;
  readonly store: ParseStore;
  readonly publisher: Publisher;
  readonly reporter: Reporter;
  /** A clock for durations alone, in milliseconds. */
  readonly stopwatch: () => number;
}
export type { ManifestEntry };
