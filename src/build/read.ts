import { loadConfig } from '../config/index.js';
import type { BodyRef } from '../model/article.js';
import type { Config } from '../model/config.js';
import type { Problem } from '../model/problem.js';
import type { MediaFile } from '../model/site.js';
import { activeDrawing } from '../problems/files.js';
import { addAll } from '../problems/list.js';
import { skippedFile } from '../problems/site.js';
import type { Assembled } from '../stages/assemble/index.js';
import { type Discovered, discover } from '../stages/discover/index.js';
import { createParser, type Parser, parseConfig } from '../stages/parse/index.js';
import { staticUrl } from '../stages/plan/index.js';
import { MOST_BYTES } from '../text/csv.js';
import { contentHash } from '../text/hash.js';
import { isActiveSvg } from '../text/svg.js';
import { plainPath } from '../text/urls.js';
import { decodeText } from '../text/utf8.js';
import { checkFonts } from './fonts.js';
import { assembleContent } from './last-good.js';
import { withCards, withPictures } from './pictures.js';
import type { ReadPorts, TemplateFiles, Walk } from './ports.js';
import { asConfidential, type Content, parseContent } from './read-content.js';
import type { BuildOptions } from './result.js';
import type { StageClock } from './stage-clock.js';
import { createTexts, type Texts } from './texts.js';

const SITE_FILE = 'content/site.yaml';

/** The newsroom as its files say it, before anything is planned. */
export interface Reading {
  readonly config: Config | null;
  readonly discovered: Discovered | null;
  readonly assembled: Assembled | null;
  readonly texts: Texts;
  /** Null where `site.yaml` could not be read. */
  readonly templates: TemplateFiles | null;
  /** Hashes of the files of `content/` that were read, by path, as far as they are known. */
  readonly contents: ReadonlyMap<string, string>;
  /** Files with errors: articles that are left out or stand as they were. */
  readonly invalid: ReadonlySet<string>;
  readonly problems: readonly Problem[];
  /** What these were told by; null where nothing could be read. */
  readonly work: ReadWork | null;
}

/** What reading one article again needs of having read all. */
export interface ReadWork {
  readonly parser: Parser;
  /** What was told of the configuration, of names and of pictures. */
  readonly ofNames: readonly Problem[];
  /** What was told of the texts, one by one. */
  readonly ofTexts: readonly Problem[];
  /** What was told while it was assembled with other versions of articles. */
  readonly ofOthers: readonly Problem[];
  /** Files whose problems only people at the keyboard may read. */
  readonly unseen: ReadonlySet<string>;
}

/** What is told of a newsroom: of its files, and of what they are together. */
export function toldOf(
  { ofNames, ofTexts, ofOthers, unseen }: ReadWork,
  { problems }: Pick<Assembled, 'problems'>,
): Problem[] {
  const all = [...ofNames, ...ofTexts, ...ofOthers, ...problems];
  return all.map((problem) => (unseen.has(problem.file) ? asConfidential(problem) : problem));
}

/** Reads, parses and assembles everything; renders nothing and writes nothing but the cache. */
export async function readSite(options: BuildOptions, ports: ReadPorts, clock: StageClock): Promise<Reading> {
  const problems: Problem[] = [];
  const { config, walk, hash } = await clock.run('discover', undefined, async () => {
    const bytes = await ports.files.readIfThere(SITE_FILE);
    const source = bytes === null ? null : decodeText(bytes);
    const { baseUrl } = options;
    const loaded = loadConfig(source, SITE_FILE, baseUrl === undefined ? {} : { baseUrl });
    problems.push(...loaded.problems);
    const walk = loaded.config === null ? null : await ports.files.walk('content');
    return { config: loaded.config, walk, hash: bytes === null ? '' : contentHash(bytes) };
  });
  if (config === null || walk === null) {
    return {
      config,
      discovered: null,
      assembled: null,
      texts: createTexts(ports),
      templates: null,
      contents: new Map(),
      invalid: new Set(),
      problems,
      work: null,
    };
  }
  for (const { path, why } of walk.skipped) problems.push(skippedFile({ file: path }, why));
  const found = discover(walk.files, config);
  addAll(problems, found.problems);
  problems.push(...(await checkFonts(config, found, ports, SITE_FILE)));
  const parser = createParser(parseConfig(config));
  const texts = createTexts(ports, parser);

  const templates = await ports.templates.load();
  const total = found.articles.length;
  const content = await clock.run('parse', total, () =>
    parseContent({ found, config, parser, texts, options, ports }),
  );
  const measured = await clock.run('discover', undefined, () =>
    measureMedia(found, walk, content.input, ports, problems),
  );
  const { media, problems: ofPictures } = await withPictures(measured, content.input, config, ports, clock);
  addAll(problems, ofPictures);
  const input = {
    ...content.input,
    config,
    now: options.now,
    show: options.show,
    media,
    templates: new Set(templates.templates.keys()),
    statics: found.statics.map((file) => staticUrl(file)),
  };
  const keep = options.onInvalid === 'keep';
  const made = await clock.run('assemble', undefined, () =>
    assembleContent({ content, input, keep, parser, store: ports.store, texts }),
  );
  const { invalid, unseen } = made;
  const assembled = await withCards(made.assembled, ports, clock);
  const work = { parser, ofNames: problems, ofTexts: content.problems, ofOthers: made.problems, unseen };
  const contents = contentsOf(found, ports).set(SITE_FILE, hash);
  return {
    config,
    discovered: found,
    assembled,
    texts,
    templates,
    contents,
    invalid,
    problems: toldOf(work, assembled),
    work,
  };
}

function contentsOf(
  { articles, profiles, pages, fronts }: Discovered,
  { files }: ReadPorts,
): Map<string, string> {
  const others = [...profiles, ...fronts].map(({ file }) => file);
  const hashes = new Map<string, string>();
  for (const file of [...articles, ...others, ...pages]) {
    const hash = files.hash?.(file) ?? null;
    if (hash !== null) hashes.set(file, hash);
  }
  return hashes;
}

const PICTURE = /\.(avif|gif|jpe?g|png|svg|webp)$/i;

const DRAWING = /\.svg$/i;
const FIGURES = /\.[ct]sv$/i;

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).normalize('NFC');

/** Names of the files that charts are drawn from: only these are read. */
function figuresOf({ articles, profiles, pages }: Content['input']): ReadonlySet<string> {
  const names = new Set<string>();
  const add = ({ refs }: { readonly refs: readonly BodyRef[] }): void => {
    for (const { kind, target } of refs) if (kind === 'chart') names.add(nameOf(plainPath(target)));
  };
  for (const { article, body } of articles) {
    add(body);
    for (const post of article.live) add(post.body);
  }
  for (const { body } of [...profiles, ...pages]) add(body);
  return names;
}

async function measureMedia(
  found: Discovered,
  walk: Walk,
  content: Content['input'],
  ports: ReadPorts,
  problems: Problem[],
): Promise<MediaFile[]> {
  const media: MediaFile[] = [];
  const sizes = new Map(walk.files.map((file) => [file.path, file.size]));
  const charted = found.media.some(({ file }) => FIGURES.test(file)) ? figuresOf(content) : null;
  for (const { file, url } of found.media) {
    if (DRAWING.test(file) && isActiveSvg(decodeText(await ports.files.read(file)))) {
      problems.push(activeDrawing({ file }));
      continue;
    }
    const size = PICTURE.test(file) ? await ports.pictures.sizeOf(file) : null;
    const bytes = sizes.get(file) ?? 0;
    const drawn = charted?.has(nameOf(file)) && FIGURES.test(file) && bytes <= MOST_BYTES;
    media.push({
      file,
      url,
      size: bytes,
      width: size?.width ?? null,
      height: size?.height ?? null,
      figures: drawn ? decodeText(await ports.files.read(file)) : null,
      picture: null,
    });
  }
  return media;
}
