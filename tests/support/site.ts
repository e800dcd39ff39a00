import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { build, check } from '../../src/build/pipeline.js';
import type { PageMemory, ParseStore, Ports } from '../../src/build/ports.js';
import { readSite } from '../../src/build/read.js';
import type { BuildOptions, BuildResult } from '../../src/build/result.js';
import { createStageClock } from '../../src/build/stage-clock.js';
import { createFiles } from '../../src/edges/files/index.js';
import { createPictureSizes } from '../../src/edges/pictures/index.js';
import { createDiscardPublisher } from '../../src/edges/publisher/discard.js';
import { createPublisher, type PublisherOptions } from '../../src/edges/publisher/index.js';
import { createMemoryStore } from '../../src/edges/store/index.js';
import { createTemplateSource } from '../../src/edges/theme.js';
import type { Site } from '../../src/model/site.js';
import { tempFolder } from './temp.js';

/** The time of tests, unless one says another. */
export const NOW = Date.parse('2026-11-24T12:00:00Z');

export const SITE_YAML = `title: The Test Herald
url: https://herald.example/
id: herald.example
`;

export interface TestBuild extends Partial<Omit<BuildOptions, 'show'>> {
  readonly show?: Partial<BuildOptions['show']>;
  /** Output folder below the site's. Default `public`. */
  readonly out?: string;
  /** A store that outlives the build. Default: a new one. */
  readonly store?: ParseStore;
  /** Files that the system does not let be read. */
  readonly refused?: readonly string[];
  /** What pages were made of, from one build to the next. Default: nothing is known. */
  readonly pages?: PageMemory;
  /** What earlier builds found of related news. Default: nothing is known. */
  readonly finds?: Ports['finds'];
  /** What makes smaller pictures. Default: pictures are shown as they are. */
  readonly variants?: Ports['variants'];
  /** Told why each page is rendered. */
  readonly rendering?: NonNullable<Ports['reporter']['rendering']>;
  /** How it is published. Default: to `out`, by the disk of the system. */
  readonly publisher?: Omit<PublisherOptions, 'root' | 'out'>;
}

/** A newsroom in a temporary folder: written from a table of files, built, edited, built again. */
export interface TestSite {
  readonly root: string;
  /** Writes files, by path from the root; null removes one. */
  write(files: Readonly<Record<string, string | Uint8Array | null>>): void;
  rename(from: string, to: string): void;
  build(options?: TestBuild): Promise<BuildResult>;
  check(options?: TestBuild): Promise<BuildResult>;
  /** The site as later stages see it, before anything is planned. */
  assembled(options?: TestBuild): Promise<Site>;
  /** A published page or file. */
  read(path: string, out?: string): string;
  /** Everything that is published, by path. */
  published(out?: string): Map<string, string>;
}

/** Makes a newsroom of these files; `content/site.yaml` is there unless they bring their own. */
export function newsroom(files: Readonly<Record<string, string | Uint8Array>> = {}): TestSite {
  const root = tempFolder();
  const site: TestSite = {
    root,
    write(changes) {
      for (const [path, content] of Object.entries(changes)) {
        const file = join(root, path);
        if (content === null) {
          rmSync(file, { recursive: true, force: true });
          continue;
        }
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, content);
      }
    },
    rename(from, to) {
      mkdirSync(dirname(join(root, to)), { recursive: true });
      renameSync(join(root, from), join(root, to));
    },
    build: ({
      out = 'public',
      store,
      pages = forgetful,
      publisher,
      refused = [],
      rendering,
      finds,
      variants,
      ...options
    } = {}) =>
      build(optionsOf(options), {
        ...portsOf(root, store, refused),
        reporter: { stage() {}, tick() {}, ...(rendering && { rendering }) },
        pages,
        finds,
        variants,
        publisher: createPublisher({ ...publisher, root, out }),
      }),
    check: ({ store, variants, ...options } = {}) =>
      check(optionsOf(options), {
        ...portsOf(root, store),
        variants,
        publisher: createDiscardPublisher(root),
      }),
    async assembled({ store, ...options } = {}) {
      const ports = { ...portsOf(root, store), publisher: createDiscardPublisher(root) };
      const { assembled, problems } = await readSite(optionsOf(options), ports, createStageClock(ports));
      if (assembled === null) throw new Error(JSON.stringify(problems, null, 2));
      return assembled.site;
    },
    read: (path, out = 'public') => readFileSync(join(root, out, path), 'utf8'),
    published(out = 'public') {
      const all = new Map<string, string>();
      for (const entry of readdirSync(join(root, out), { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const path = join(entry.parentPath, entry.name);
        all.set(path.slice(join(root, out).length + 1), readFileSync(path, 'latin1'));
      }
      return new Map([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
    },
  };
  site.write({ 'content/site.yaml': SITE_YAML, ...files });
  return site;
}

/** A copy of a newsroom's sources in another folder, without anything that was built. */
export function copyOf(site: TestSite): TestSite {
  const copy = newsroom();
  rmSync(join(copy.root, 'content'), { recursive: true });
  for (const folder of ['content', 'templates']) {
    if (existsSync(join(site.root, folder)))
      cpSync(join(site.root, folder), join(copy.root, folder), { recursive: true });
  }
  return copy;
}

function portsOf(
  root: string,
  store: ParseStore = createMemoryStore(),
  refused: readonly string[] = [],
): Omit<Ports, 'publisher'> {
  const files = createFiles(root);
  const read = async (path: string): Promise<Uint8Array> => {
    if (!refused.includes(path)) return files.read(path);
    throw Object.assign(new Error(`EACCES: permission denied, open '/root/${path}'`), { code: 'EACCES' });
  };
  return {
    files: { ...files, read },
    pictures: createPictureSizes(root),
    templates: createTemplateSource(root),
    store,
    reporter: { stage() {}, tick() {} },
    stopwatch: () => 0,
  };
}

/** The last set of templates that was found in order: it is the same in most builds, and need not be looked through again. */
let sound: string | null = null;

/** Knows of no page, so that each is rendered. */
const forgetful: PageMemory = {
  get last() {
    return { parts: new Map(), files: new Map(), sound };
  },
  get: () => null,
  put() {},
  save(made) {
    sound = made.sound;
  },
};

function optionsOf({
  show,
  ...options
}: Omit<
  TestBuild,
  'out' | 'store' | 'pages' | 'publisher' | 'refused' | 'rendering' | 'finds' | 'variants'
>): BuildOptions {
  return {
    now: NOW,
    onInvalid: 'fail',
    ...options,
    show: { drafts: false, future: false, expired: false, ...show },
  };
}

/** An article's file: front matter as lines, and a text. */
export function article(fields: string, text = 'Rain fell on the harbour all day.'): string {
  return `---\n${fields.trim()}\n---\n\n${text}\n`;
}

/** Codes of all problems, sorted, each once. */
export const codes = (result: BuildResult): string[] =>
  [...new Set(result.problems.map((problem) => problem.code))].sort();
