import type { Site } from '../model/site.js';
import { pictureLost } from '../problems/pictures.js';
import { outputPath } from '../text/urls.js';
import { type PictureMaker, type Ports, type Publication, PublishError } from './ports.js';

const CLEANED = /\.(avif|gif|jpe?g|png|webp)$/i;

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

/** Whether what is published of a file lacks what cameras and programs wrote into it. */
export const isCleaned = (source: string, { config }: Pick<Site, 'config'>): boolean =>
  config.pictures !== null && CLEANED.test(source);

/** Publishes a picture without its place and all else that is nobody's business; false where it is published as it is. */
export async function publishCleaned(
  path: string,
  source: string,
  site: Site,
  { variants: maker, files }: Ports,
  publication: Publication,
): Promise<boolean> {
  if (maker === undefined || !isCleaned(source, site)) return false;
  const hash = files.hash?.(source) ?? null;
  if (hash === null) return false;
  const clean = await maker.clean(source, hash);
  if (clean === null) return false;
  if (publication.previous?.files[path]?.hash === clean.hash && (await publication.keep(path))) return true;
  const content = await maker.cleaned(source);
  if (content === null) return false;
  await publication.write(path, content, 'asset');
  return true;
}
