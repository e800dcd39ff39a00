import type { BodyRef, Picture, Reference } from '../../model/article.js';
import type { Config } from '../../model/config.js';
import type { Problem } from '../../model/problem.js';
import type { MediaFile } from '../../model/site.js';
import type { PictureView, RefView } from '../../model/view.js';
import { brokenLink, hiddenLink, missingPicture, noFigures, remotePicture } from '../../problems/site.js';
import { type Figures, readFigures } from '../../text/csv.js';
import { strictAddress, withBase } from '../../text/urls.js';
import { placeAt } from './claims.js';
import type { Suggest } from './suggest.js';
import type { Origin, Targets } from './targets.js';

const REMOTE = /^(?:https?:)?\/\//i;

/** Finds what texts and pictures point to; tells what is broken and notes which media are used. */
export interface Resolver {
  /** What a page shows of a picture that a file names; null where there is none. */
  picture(picture: Picture | null, origin: Origin): PictureView | null;
  /** What fills the holes of one text, in order; null where a link is broken or a picture missing. */
  refs(refs: readonly BodyRef[], origin: Origin): RefView[];
}

export function createResolver(
  config: Config,
  targets: Targets,
  suggest: Suggest,
  used: Set<MediaFile>,
  problems: Problem[],
): Resolver {
  const file = (
    src: Reference,
    origin: Origin,
    told: Problem[] = problems,
  ): Pick<PictureView, 'src' | 'width' | 'height'> | null => {
    const media = targets.picture(src.text, origin);
    if (media !== null) {
      used.add(media);
      return { src: withBase(config.base, media.url), width: media.width, height: media.height };
    }
    const place = { ...placeAt(origin.file, src), length: src.text.length };
    if (REMOTE.test(src.text)) {
      if (config.remotePictures)
        return { src: strictAddress(src.text) ?? src.text, width: null, height: null };
      told.push(remotePicture(place, src.text));
    } else {
      told.push(missingPicture(place, src.text, null));
    }
    return null;
  };

  const link = (ref: BodyRef, origin: Origin): RefView => {
    const target = targets.link(ref.target, origin);
    const place = { ...placeAt(origin.file, ref), length: Math.max(1, ref.target.length) };
    switch (target.kind) {
      case 'found':
        if (target.media !== null) used.add(target.media);
        return { kind: 'link', href: target.href, title: ref.title, rel: null };
      case 'hidden':
        problems.push(hiddenLink(place));
        return null;
      case 'missing':
        problems.push(brokenLink(place, ref.target, suggest(ref.target)));
        return null;
      case 'invalid':
        return null;
    }
  };

  const read = new Map<MediaFile, Figures | null>();
  const chart = (ref: BodyRef, origin: Origin): RefView => {
    const target = targets.link(ref.target, origin);
    // The link to the data, which stands below, tells where they are missing.
    if (target.kind !== 'found' || target.media === null || target.media.figures === null) return null;
    const { media } = target;
    let figures = read.get(media);
    if (figures === undefined) {
      figures = readFigures(target.media.figures);
      read.set(media, figures);
    }
    if (figures === null) {
      problems.push(noFigures({ ...placeAt(origin.file, ref), length: ref.target.length }, ref.target));
      return null;
    }
    return { kind: 'chart', title: ref.alt, ...figures, table: ref.title ?? '' };
  };

  return {
    picture(picture, origin) {
      if (picture === null) return null;
      // What is wrong with another file's picture is told there.
      const found =
        picture.from === undefined
          ? file(picture.src, origin)
          : file(picture.src, { ...origin, file: picture.from }, []);
      const { alt, caption, credit } = picture;
      return found && { ...found, alt, caption, credit };
    },
    refs: (refs, origin) =>
      refs.map((ref): RefView => {
        if (ref.kind === 'link') return link(ref, origin);
        if (ref.kind === 'chart') return chart(ref, origin);
        const found = file({ text: ref.target, line: ref.line, column: ref.column }, origin);
        if (found !== null) return { kind: 'picture', ...found, alt: ref.alt };
        return ref.remote === null ? null : { kind: 'remote', href: ref.target, ...ref.remote };
      }),
  };
}
