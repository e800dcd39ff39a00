import type { Article } from '../../model/article.js';
import type { MediaFile } from '../../model/site.js';
import { byText } from '../../text/order.js';
import type { ArticleHead } from './input.js';
import type { Targets } from './targets.js';

const MEDIA_FOLDER = 'content/media/';

/**
 * What of the media may be fetched: all that something visible uses, and what lies in `content/media/` without
 * belonging to an article that is not shown (`withheld`). So the picture of an embargoed story stays at home with it.
 */
export function publishableMedia(
  media: readonly MediaFile[],
  used: ReadonlySet<MediaFile>,
  withheld: readonly Article[],
  heads: readonly ArticleHead[],
  targets: Targets,
): MediaFile[] {
  const ofWithheld = new Set<MediaFile>();
  const bodies = new Map(heads.map((head) => [head.article.file, head.body]));
  const add = (file: MediaFile | null): void => {
    if (file !== null) ofWithheld.add(file);
  };
  for (const article of withheld) {
    const origin = { file: article.file, url: article.url };
    if (article.image !== null) add(targets.picture(article.image.src.text, origin));
    const refs = [
      ...(bodies.get(article.file)?.refs ?? []),
      ...article.live.flatMap((post) => post.body.refs),
    ];
    for (const ref of refs) {
      const target = ref.kind === 'picture' ? null : targets.link(ref.target, origin);
      if (target === null) add(targets.picture(ref.target, origin));
      else if (target.kind === 'found') add(target.media);
    }
  }
  return media
    .filter((file) => file.picture?.fit !== false)
    .filter((file) => used.has(file) || (file.file.startsWith(MEDIA_FOLDER) && !ofWithheld.has(file)))
    .sort((a, b) => byText(a.url, b.url));
}
