import type { Picture } from '../../model/article.js';
import { CENTRE, focusKey } from '../../model/picture.js';
import type { MediaFile, ShownPicture } from '../../model/site.js';
import type { PictureView } from '../../model/view.js';
import { byText } from '../../text/order.js';
import { withBase } from '../../text/urls.js';

/** What pages show of a file. */
export type FileView = Pick<PictureView, 'src' | 'width' | 'height' | 'variants' | 'tone'>;

/** Pictures that something visible shows, each with the focuses of its cards, and `WHOLE` where it is shown itself. */
export type Shown = Map<MediaFile, Set<string>>;
export const WHOLE = 'whole';

/** Notes what of a picture is shown. */
export function note(shown: Shown, media: MediaFile, part: string): void {
  const parts = shown.get(media);
  if (parts === undefined) shown.set(media, new Set([part]));
  else parts.add(part);
}

/** The address without what the file's name ends in. */
const bareUrl = (url: string): string => url.replace(/\.[^./]*$/, '');

/** A file with the smaller pictures that were made of it. */
export function fileView(media: MediaFile, base: string): FileView {
  const { url, width, height, picture } = media;
  const made = picture?.fit ? picture : null;
  const variants =
    made === null || made.sets.length === 0
      ? null
      : { stem: withBase(base, `${bareUrl(url)}.${made.key}`), sets: made.sets };
  return { src: withBase(base, url), width, height, variants, tone: made?.tone ?? null };
}

/** The part of a picture that social networks show; null where none was made. */
export function cardOf(
  media: MediaFile,
  picture: Omit<Picture, 'src'>,
  base: string,
  shown: Shown,
): PictureView | null {
  const focus = focusKey(picture.focus ?? CENTRE);
  const card = media.picture?.fit ? media.picture.cards[focus] : undefined;
  if (card === undefined) return null;
  note(shown, media, focus);
  const { alt, caption, credit } = picture;
  const { width, height, ending } = card;
  const src = withBase(base, bareUrl(media.url) + ending);
  return { src, alt, caption, credit, width, height, variants: null, tone: null, focus: null };
}

/** Of what was made, what readers can come to see. */
export function shownPictures(shown: Shown): ShownPicture[] {
  return [...shown]
    .flatMap(([media, focuses]) => {
      const { picture } = media;
      if (!picture?.fit) return [];
      const cards = [...focuses].sort(byText).flatMap((focus) => picture.cards[focus] ?? []);
      return [{ media, outputs: [...(focuses.has(WHOLE) ? picture.outputs : []), ...cards] }];
    })
    .sort((a, b) => byText(a.media.url, b.media.url));
}

/** Formats by what names end in. */
const ENDINGS: { readonly [ending: string]: string } = { jpeg: 'jpg', jpe: 'jpg', jfif: 'jpg' };

/** The format of a file whose name says another; null where it says the truth. */
export function formatBehindName({ url, picture }: MediaFile): string | null {
  if (!picture?.fit) return null;
  const ending = url.slice(url.lastIndexOf('.') + 1).toLowerCase();
  return (ENDINGS[ending] ?? ending) === picture.format ? null : picture.format;
}
