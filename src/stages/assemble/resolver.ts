import type { BodyRef, Picture, Reference } from '../../model/article.js';
import type { Config } from '../../model/config.js';
import type { Problem } from '../../model/problem.js';
import type { MediaFile } from '../../model/site.js';
import type { PictureView, RefView } from '../../model/view.js';
import { mislabelledPicture, unfitPicture } from '../../problems/pictures.js';
import { brokenLink, hiddenLink, missingPicture, noFigures, remotePicture } from '../../problems/site.js';
import { type Figures, readFigures } from '../../text/csv.js';
import { strictAddress } from '../../text/urls.js';
import { placeAt } from './claims.js';
import { cardOf, type FileView, fileView, formatBehindName, note, type Shown, WHOLE } from './pictures.js';
import type { Suggest } from './suggest.js';
import type { Origin, Targets } from './targets.js';

const NOTHING_KNOWN = { width: null, height: null, variants: null, tone: null } as const;
const REMOTE = /^(?:https?:)?\/\//i;

/** Finds what texts and pictures point to; tells what is broken and notes which media are used. */
export interface Resolver {
  /** What a page shows of a picture that a file names; null where there is none. */
  picture(picture: Picture | null, origin: Origin): PictureView | null;
  /** The part of it that social networks show with a link; null where none was made. */
  card(picture: Picture | null, origin: Origin): PictureView | null;
  /** What fills the holes of one text, in order; null where a link is broken or a picture missing. */
  refs(refs: readonly BodyRef[], origin: Origin): RefView[];
}

export function createResolver(
  config: Config,
  targets: Targets,
  suggest: Suggest,
  used: Set<MediaFile>,
  shown: Shown,
  problems: Problem[],
): Resolver {
  const file = (src: Reference, origin: Origin, told: Problem[] = problems): FileView | null => {
    const media = targets.picture(src.text, origin);
    const place = { ...placeAt(origin.file, src), length: src.text.length };
    if (media !== null) {
      if (media.picture?.fit === false) {
        told.push(unfitPicture(place, src.text, media.picture.why));
        return null;
      }
      const format = formatBehindName(media);
      if (format !== null) told.push(mislabelledPicture(place, src.text, format));
      used.add(media);
      note(shown, media, WHOLE);
      return fileView(media, config.base);
    }
    if (REMOTE.test(src.text)) {
      if (config.remotePictures) return { src: strictAddress(src.text) ?? src.text, ...NOTHING_KNOWN };
      told.push(remotePicture(place, src.text));
    } else {
      told.push(missingPicture(place, src.text, null));
    }
    return null;
  };

  /** What is wrong with a picture of another file is told there. */
  const shownFile = ({ src, from }: Picture, origin: Origin): FileView | null =>
    from === undefined ? file(src, origin) : file(src, { ...origin, file: from }, []);

  const link = (ref: BodyRef, origin: Origin): RefView => {
    const target = targets.link(ref.target, origin);
    const place = { ...placeAt(origin.file, ref), length: Math.max(1, ref.target.length) };
    switch (target.kind) {
      case 'found':
        if (target.media?.picture?.fit === false) {
          problems.push(unfitPicture(place, ref.target, target.media.picture.why));
          return null;
        }
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
      const found = shownFile(picture, origin);
      const { alt, caption, credit, focus } = picture;
      return found && { ...found, alt, caption, credit, focus };
    },
    card(picture, origin) {
      const from = { ...origin, file: picture?.from ?? origin.file };
      const media = picture === null ? null : targets.picture(picture.src.text, from);
      return picture === null || media === null ? null : cardOf(media, picture, config.base, shown);
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
