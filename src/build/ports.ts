import type { Changes, Manifest, ManifestEntry, NextChange, Phase } from '../model/page.js';
import type { Focus, PictureFacts, PicturesConfig } from '../model/picture.js';
import type { Problem } from '../model/problem.js';
import type { ParseConfig } from '../stages/parse/index.js';
import type { CardText } from '../stages/pictures/index.js';
import type { Finds, Part } from '../stages/relate/index.js';
import type { RendererInput } from '../stages/render/index.js';
import type { Bundle } from '../stages/search/index.js';
import type { ParseDone, ParseJob, RenderDone, RenderJob, Spent } from './jobs.js';
import type { ParseStore, RelatedMemory } from './memories.js';
import type { BriefTable } from './page-json.js';
import type { PageMemory } from './page-keys.js';
import type { Reason } from './reasons.js';
import type { SearchJob } from './search.js';
import type { Helper } from './share.js';

/** A file of the site, found by walking. Paths have `/` on every system; names are as the disk has them. */
export interface FoundFile {
  /** Path from the site's root: `content/articles/a.md`. */
  readonly path: string;
  readonly size: number;
  /** For `dev` and for messages only; never decides what is built. */
  readonly mtimeMs: number;
}

/** What a walk of a folder found: files in the order of `byText` of their paths, and what was left out. */
export interface Walk {
  readonly files: readonly FoundFile[];
  /** Links (never followed), sockets and the like, folders that may not be read, names that are not UTF-8. */
  readonly skipped: readonly {
    readonly path: string;
    readonly why: 'link' | 'special' | 'unreadable' | 'encoding';
  }[];
}

/** Reads the site's folder. */
export interface Files {
  /** Every file below a folder, names beginning with `.` left out but for `.well-known`; an absent folder is empty. */
  walk(folder: string): Promise<Walk>;
  /** @throws {Error} with `code` ENOENT and the like. */
  read(path: string): Promise<Uint8Array>;
  /** Null where there is no such file. */
  readIfThere(path: string): Promise<Uint8Array | null>;
  /** The hash of what a file holds, as far as it is known without reading it: of files that a walk has found. */
  hash?(path: string): string | null;
  /** What was read of a file has this hash. */
  learn?(path: string, hash: string): void;
}

/** Width and height of pictures, in pixels. */
export interface PictureSizes {
  sizeOf(path: string): Promise<{ readonly width: number; readonly height: number } | null>;
}

/** A picture of which smaller ones are wanted. */
export interface PictureJob {
  /** Path from the site's root. */
  readonly file: string;
  /** Of what is in the file; null: it was not read yet, for one that does not wait. */
  readonly hash: string | null;
  readonly width: number | null;
  readonly height: number | null;
  /** What must stay in sight on cards of it; empty: no card is wanted. */
  readonly focuses: readonly Focus[];
}

/** A file without its notes: `same` where it has none, `odd` where it can't be taken apart, so that nobody knows. */
export type Cleaning = { readonly hash: string; readonly size: number } | 'same' | 'odd';

/** A card that was drawn, in pixels. */
export interface DrawnCard {
  /** Names what stands on it, in its address. */
  readonly key: string;
  readonly hash: string;
  readonly size: number;
  readonly width: number;
  readonly height: number;
}

/** Smaller pictures and cards: from a cache, or made. Where nothing may or can be made, what is not known is null. */
export interface PictureMaker {
  /** Whether files are read and pictures made before an answer comes; else what is not known is null. */
  readonly waits: boolean;
  /** What is found out of each picture, in their order; null: it is shown as it is. */
  pictures(
    jobs: readonly PictureJob[],
    config: PicturesConfig,
    tick: (done: number) => void,
  ): Promise<readonly (PictureFacts | null)[]>;
  /** Cards, in their order; null where the fonts can't write one. */
  cards(texts: readonly CardText[]): Promise<readonly (DrawnCard | null)[]>;
  /** What was made, of a file or as a card by its key; null where it can't be made again. */
  content(
    hash: string,
    of: { readonly file: string } | { readonly card: string },
  ): Promise<Uint8Array | null>;
  /** What a file with this content is without its place and the like. */
  clean(file: string, hash: string): Promise<Cleaning>;
  cleaned(file: string): Promise<Uint8Array | null>;
  /** Whether something could not be made because the library does not run on this machine. */
  readonly unavailable: boolean;
  /** A site has been published: what has not been used for long may go. */
  done(): void;
}

/**
 * Where a build's output goes. Nothing shows before `commit`. Every method throws `PublishError` where the publish
 * can't go on; `public/` is then as it was.
 */
export interface Publication {
  /** What is published now; null where nothing is, or nobody can say. */
  readonly previous: Manifest | null;
  /** Bytes of what was planned so far, by path, where nothing is published and only its measure is wanted. */
  readonly planned?: ReadonlyMap<string, number>;
  /** Text of a page or other file; gives its hash. */
  write(path: string, content: string | Uint8Array, phase: Phase): Promise<string>;
  /** A folder where any thread may put contents by number, to be published with `place`; null where there is none. */
  readonly stage: string | null;
  /**
   * Plans a content that a thread has staged, or has not, because the same is published. False where it is not there
   * any more: then it must be written.
   */
  place(path: string, content: StagedContent, phase: Phase): Promise<boolean>;
  /** A file copied as it stands, from an absolute path. */
  copy(path: string, from: string, phase: Phase): Promise<void>;
  /**
   * Plans a file exactly as it is published, without its content. False where it is not there any more as `previous`
   * says: then it must be written.
   *
   * @param until nothing needs it any more, and it goes at this time (RFC 3339): pages that a reader got before may still ask for it
   */
  keep(path: string, until?: string): Promise<boolean>;
  /** Makes `public/` equal to what was written; removes own files that were not. */
  commit(next: NextChange): Promise<Published>;
  /** Forgets all that was staged; `public/` is as it was. Does nothing after `commit`. */
  abort(): Promise<void>;
}

/** A content that lies where it can be published from. */
export interface StagedContent {
  readonly hash: string;
  /** Bytes. */
  readonly size: number;
  /** Its number on the stage; null where the same is published already. */
  readonly staged: number | null;
}

export interface Published {
  readonly manifest: Manifest;
  readonly changes: Changes;
  /** Unchanged files that somebody had damaged or removed in `public/`, and that are whole again. Sorted. */
  readonly repaired: readonly string[];
  /** What is worth a warning, though all was published. */
  readonly problems: readonly Problem[];
}

export interface Publisher {
  /**
   * Takes the lock before anything is read: a build that reads while another one publishes would put back what that one has
   * changed. Gives what releases it, where no publication has begun that does.
   *
   * @throws {PublishError} where another build holds it
   */
  reserve?(): Promise<() => void>;
  /** Takes the lock, unless it is reserved, finishes a publish that was killed half way, and begins a new one. */
  begin(): Promise<Publication>;
}

/** Why nothing was published: the lock is held, the disk is full, a stranger's file is in the way. */
export class PublishError extends Error {
  constructor(
    readonly problems: readonly Problem[],
    /** Exit status of the command: 1 where the content is at fault, 2 where its surroundings are. */
    readonly status: 1 | 2,
    options?: ErrorOptions,
  ) {
    super(problems.map((problem) => problem.message).join('\n'), options);
    this.name = 'PublishError';
  }
}

/** Templates, their texts and assets: the theme that comes with Dateline, overlaid file by file by the site's `templates/`. */
export interface TemplateFiles {
  /** `article.njk` → source. */
  readonly templates: ReadonlyMap<string, string>;
  /** `article.njk` → the path that messages name. */
  readonly places: ReadonlyMap<string, string>;
  /** Theme texts by language. */
  readonly texts: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** Files below `templates/assets/`, by name. */
  readonly assets: readonly AssetFile[];
  readonly problems: readonly Problem[];
}

/** A file of the theme as it is published. */
export interface AssetFile {
  /** Below `templates/assets/`. */
  readonly name: string;
  /** Below `assets/`: the name with a mark of the content, `site.3f2a91bc.css`. */
  readonly path: string;
  /** Absolute, or from the site's root. */
  readonly source: string;
  /** What is published; null: the file as it stands. */
  readonly text: string | null;
  /** Of what is published. */
  readonly hash: string;
}

export interface TemplateSource {
  load(): Promise<TemplateFiles>;
}

/** A piece of work, for profiles. */
export interface Work extends Spent {
  readonly kind: 'article' | 'page';
  /** A file, or the path of an output. */
  readonly name: string;
  readonly template?: string;
}

/** Told of progress; shows it or does nothing. */
export interface Reporter {
  /** A stage begins; `total` where it counts things. */
  stage(name: StageName, total?: number): void;
  tick(done: number): void;
  /** A page is rendered, for these reasons. */
  rendering?(url: string, reasons: readonly Reason[]): void;
  /** An article was parsed, or a page rendered, by the template that it asks for. */
  spent?(work: Work): void;
  /** A stage has ended; one that runs twice ends twice. */
  ended?(name: StageName): void;
}

/** Threads beside this one, started when they are first asked for. */
export interface Threads {
  /** Articles of the smallest site that they make quicker. */
  readonly fewest: number;
  parsers(config: ParseConfig): readonly Helper<ParseJob, ParseDone>[];
  /** @param stage the folder where contents are put; without it they are in the results */
  renderers(
    input: RendererInput,
    briefs: BriefTable,
    stage: string | null,
  ): readonly Helper<RenderJob, RenderDone>[];
  /** For related news. */
  finders(): readonly Helper<Part, Finds>[];
  /** For the index of the search. */
  indexers(): readonly Helper<SearchJob, Bundle>[];
  /** Lets what the threads have sent come in. */
  turn(): Promise<void>;
  close(): Promise<void>;
}

export const STAGES = [
  'discover',
  'parse',
  'pictures',
  'assemble',
  'relate',
  'plan',
  'render',
  'search',
  'publish',
] as const;
export type StageName = (typeof STAGES)[number];

export interface Ports {
  readonly files: Files;
  readonly pictures: PictureSizes;
  /** Default: pictures are shown as they are. */
  readonly variants?: PictureMaker | undefined;
  readonly templates: TemplateSource;
  readonly store: ParseStore;
  readonly publisher: Publisher;
  /** Default: every page is rendered. */
  readonly pages?: PageMemory | undefined;
  /** Default: related news is searched for anew. */
  readonly finds?: RelatedMemory | undefined;
  /** Default: everything is done in this thread. */
  readonly threads?: Threads | undefined;
  readonly reporter: Reporter;
  /** A clock for durations alone, in milliseconds; the same in all threads. */
  readonly stopwatch: () => number;
  /** Lets whoever else waits have a turn, where work goes on for long. Default: nobody waits. */
  readonly turn?: (() => Promise<void>) | undefined;
}
/** What reading a newsroom needs. */
export type ReadPorts = Omit<Ports, 'publisher' | 'pages' | 'finds'>;
export type {
  Finds,
  GoodSources,
  PackedParse,
  ParseStore,
  RelatedMemory,
  StoredHead,
  StoredParse,
  Told,
} from './memories.js';
export type { Ingredients, PageMemory, PageRecord } from './page-keys.js';
export type { Reason } from './reasons.js';
export type { ManifestEntry };
