import type { Problem } from '../model/problem.js';
import type { Site } from '../model/site.js';
import { pictureLost, uncleanedPicture } from '../problems/pictures.js';
import { outputPath } from '../text/urls.js';
import { hashOf } from './contents.js';
import { type PictureMaker, type Ports, type Publication, PublishError } from './ports.js';

/** Endings of all that can be taken apart, shown by pages or not. */
const CLEANED = /\.(avif|gif|heic|heif|jpe|p?jpe?g|jfif|a?png|webp)$/i;

/** A file that was made of a picture, or a card that was drawn. */
export interface MadePicture {
  /** Path below `public/`. */
  readonly path: string;
  readonly hash: string;
  readonly of: Parameters<PictureMaker['content']>[1];
}

/** What was made of pictures, and the cards, each path once. */
export function* madePictures(
  { pictures, drawn }: Pick<Site, 'pictures' | 'drawn'>,
  claim: (path: string, owner: string) => boolean,
): Generator<MadePicture> {
  /** Two copies of one picture in a folder, `x.jpg` and `x.jpeg`, are made into the same. */
  const done = new Map<string, string>();
  for (const { media, outputs } of pictures) {
    const bare = outputPath(media.url).replace(/\.[^./]*$/, '');
    for (const { ending, hash } of outputs) {
      const path = bare + ending;
      if (done.get(path) === hash || !claim(path, media.file)) continue;
      done.set(path, hash);
      yield { path, hash, of: { file: media.file } };
    }
  }
  for (const { url, key, hash } of drawn) {
    const path = outputPath(url);
    if (claim(path, `card of ${url}`)) yield { path, hash, of: { card: key } };
  }
}

/** Publishes what was made of pictures, and the cards. What is online already is not even read. */
export async function publishPictures(
  site: Site,
  { variants: maker }: Ports,
  publication: Publication,
  claim: (path: string, owner: string) => boolean,
): Promise<void> {
  if (maker === undefined) return;
  for (const { path, hash, of } of madePictures(site, claim)) {
    if (publication.previous?.files[path]?.hash === hash && (await publication.keep(path))) continue;
    const content = await maker.content(hash, of);
    if (content === null) throw new PublishError([pictureLost(path)], 1);
    await publication.write(path, content, 'asset');
  }
}

/** Whether what is published of a file of the newsroom, not of the theme, lacks what cameras and programs wrote into it. */
export const isCleaned = (source: string, { config }: Pick<Site, 'config'>): boolean =>
  config.pictures !== null && source.startsWith('content/') && CLEANED.test(source);

/**
 * Publishes a picture without its place and all else that is nobody's business. False where there is nothing to take out,
 * so that it is published as it is; a problem where it is not published, for nobody can say what is in it.
 */
export async function publishCleaned(
  path: string,
  source: string,
  site: Site,
  { variants: maker, files }: Ports,
  publication: Publication,
): Promise<boolean | Problem> {
  if (maker === undefined || !isCleaned(source, site)) return false;
  const hash = await hashOf(files, source);
  if (typeof hash !== 'string') return hash;
  const clean = await maker.clean(source, hash);
  if (clean === 'same') return false;
  if (clean === 'odd') return uncleanedPicture({ file: source });
  if (publication.previous?.files[path]?.hash === clean.hash && (await publication.keep(path))) return true;
  const content = await maker.cleaned(source);
  if (content === null) return uncleanedPicture({ file: source });
  await publication.write(path, content, 'asset');
  return true;
}
