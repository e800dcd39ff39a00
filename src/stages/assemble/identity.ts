import type { Config } from '../../model/config.js';
import { POLICIES, type Policy } from '../../model/machines.js';
import type { Place, Problem } from '../../model/problem.js';
import type { MediaFile, SiteIdentity } from '../../model/site.js';
import type { IconView, LookView, PictureView } from '../../model/view.js';
import {
  crawlersUnused,
  publisherPageMissing,
  publisherPictureMissing,
  socialPictureDrawn,
} from '../../problems/machines.js';
import { themeFileMissing } from '../../problems/theme.js';
import { mediaType } from '../../text/media-types.js';
import { isRaster, originOf, strictAddress, withBase } from '../../text/urls.js';
import { cardOf, fileView, type Shown } from './pictures.js';
import type { Targets } from './targets.js';

const FILE = 'content/site.yaml';

/** Finds the pages and pictures that `site.yaml` names; tells those that are not there, and does without them. */
export function resolveIdentity(
  config: Config,
  targets: Targets,
  statics: ReadonlySet<string>,
  used: Set<MediaFile>,
  shown: Shown,
  problems: Problem[],
): SiteIdentity {
  const origin = { file: FILE, url: '/' };
  const place = (option: string): Place => ({ file: FILE, ...config.spots[option] });

  const picture = (option: string, src: string | null): PictureView | null => {
    if (src === null) return null;
    const facts = { alt: config.title, caption: null, credit: null, focus: null };
    if (/^https?:/i.test(src))
      return {
        src: strictAddress(src) ?? src,
        ...facts,
        width: null,
        height: null,
        variants: null,
        tone: null,
      };
    const media = targets.picture(src, origin);
    if (media === null || media.picture?.fit === false) {
      problems.push(publisherPictureMissing(place(option), option, src));
      return null;
    }
    used.add(media);
    const card = option === 'image' ? cardOf(media, facts, config.base, shown) : null;
    return card ?? { ...fileView(media, config.base), ...facts, variants: null };
  };

  const policies: { [policy in Policy]?: string } = {};
  for (const policy of POLICIES) {
    const written = config.publisher.policies[policy];
    if (written === undefined) continue;
    if (!written.startsWith('/')) {
      policies[policy] = written;
      continue;
    }
    const target = targets.link(written, origin);
    if (target.kind === 'found') policies[policy] = originOf(config) + target.href;
    else if (target.kind !== 'invalid') {
      const option = `publisher.${policy}`;
      problems.push(publisherPageMissing(place(option), option, written));
    }
  }

  const image = picture('image', config.image);
  const drawn = image !== null && !isRaster(image.src);
  if (drawn) problems.push(socialPictureDrawn(place('image'), config.image ?? ''));
  if (statics.has('/robots.txt') && config.spots.crawlers !== undefined) {
    problems.push(crawlersUnused(place('crawlers')));
  }
  const logo = picture('publisher.logo', config.publisher.logo);
  const icons = config.icons.flatMap((src): IconView[] => {
    const media = targets.picture(src, origin);
    const type = mediaType(src);
    if (media === null || type === null) {
      // What stands there as a logo is told of the logo.
      if (config.spots.icons !== undefined)
        problems.push(publisherPictureMissing(place('icons'), 'icons', src));
      return [];
    }
    const { url, width, height } = media;
    const sizes = type === 'image/svg+xml' ? 'any' : width && height ? `${width}x${height}` : null;
    if (sizes === null) return [];
    used.add(media);
    return [{ url: withBase(config.base, url), type, sizes }];
  });
  return {
    logo,
    image: drawn ? null : image,
    icons,
    policies,
    look: lookOf(),
  };

  /** The address of a file that `theme` names, where it is there. */
  function fileUrl(option: string, path: string | null, spot = option): string | null {
    if (path === null) return null;
    const media = targets.picture(path, origin);
    if (media !== null) used.add(media);
    else if (!statics.has(path)) {
      problems.push(themeFileMissing(place(spot), option, path));
      return null;
    }
    return withBase(config.base, media?.url ?? path);
  }

  function lookOf(): LookView {
    const { look } = config;
    return {
      logo: fileUrl('theme.logo', look.logo),
      logoDark: fileUrl('theme.logoDark', look.logoDark),
      icon: fileUrl('theme.icon', look.icon),
      mark: logo,
      fonts: look.fonts.flatMap(({ file, ...face }, i) => {
        const url = fileUrl('theme.fonts.file', file, `theme.fonts.${i}`);
        return url === null ? [] : [{ ...face, url }];
      }),
      tokens: look.tokens,
      light: look.light,
      dark: look.dark,
      paper: look.paper,
      share: look.share,
    };
  }
}
