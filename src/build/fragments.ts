import type { Site } from '../model/site.js';
import { fragmentPages } from '../stages/plan/index.js';
import { openRenderer } from '../stages/render/index.js';
import type { Templates } from './pipeline.js';
import type { Relations } from './relate.js';

/**
 * The templates with the pieces that are written into pages. These are made first, and what is made of them is a part of
 * each page that has them.
 */
export function withFragments(
  { input, renderer }: Templates,
  site: Site,
  { stories }: Relations,
): Pick<Templates, 'input' | 'renderer'> {
  if (input?.fragments?.way !== 'inline' || renderer === null) return { input, renderer };
  const html = new Map<string, string>();
  for (const local of site.languages)
    for (const planned of fragmentPages(local, stories)) {
      const page = planned.make();
      const made = renderer.render(page, () => '');
      // A fault is told of the fragment's own page.
      if ('html' in made) html.set(page.view.page.url, made.html.trim());
    }
  const filled = { ...input, fragments: { ...input.fragments, html } };
  return { input: filled, renderer: openRenderer(filled) };
}
