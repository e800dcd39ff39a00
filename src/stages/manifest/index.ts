import type { TextOutput } from '../../model/page.js';
import type { Site } from '../../model/site.js';
import { MANIFEST } from '../../text/icons.js';
import { outputPath, withBase } from '../../text/urls.js';

/**
 * The web manifest: what the site is called and how it looks where readers put it on their home screen. None where the
 * newsroom has its own in `content/static/`.
 */
export function* manifestOutputs(site: Site): Generator<TextOutput> {
  if (site.statics.has(MANIFEST)) return;
  yield {
    path: outputPath(MANIFEST),
    phase: 'asset',
    bodies: [],
    text: () => `${JSON.stringify(manifestOf(site), null, 1)}\n`,
    source: 'the web manifest',
  };
}

function manifestOf({ config, identity }: Site): object {
  const home = withBase(config.base, '/');
  return {
    name: config.title,
    ...(config.description !== null && { description: config.description }),
    lang: config.language,
    dir: config.dir,
    id: home,
    start_url: home,
    scope: home,
    // Readers keep what a browser gives them: going back, sharing, larger type.
    display: 'minimal-ui',
    theme_color: identity.look.paper.light,
    background_color: identity.look.paper.light,
    icons: identity.icons.map(({ url, type, sizes }) => ({ src: url, type, sizes })),
  };
}
