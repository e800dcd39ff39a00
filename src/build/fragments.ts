import type { Site } from '../model/site.js';
import { fragmentPages } from '../stages/plan/index.js';
import { openRenderer } from '../stages/render/index.js';
import type { Templates } from './pipeline.js';
import type { Relations } from './relate.js';

/** Templates that are ready for every page. */
export type Filled = Pick<Templates, 'input' | 'renderer'>;

/**
 * The templates with the pieces that are written into pages. These are made first, and what is made of them is a part of
 * each page that has them.
 *
 * @param before what the same templates became for a site before: taken again where the pieces are the same
 */
export function withFragments(
  { input, renderer }: Templates,
  site: Site,
  { stories }: Relations,
  before: Filled | null = null,
): Filled {
  if (input?.fragments?.way !== 'inline' || renderer === null) return { input, renderer };
  const html = new Map<string, string>();
  for (const local of site.languages)
    for (const planned of fragmentPages(local, stories)) {
      const page = planned.make();
      const made = renderer.render(page, () => '');
      // A fault is told of the fragment's own page.
      if ('html' in made) html.set(page.view.page.url, made.html.trim());
    }
  if (before !== null && isSame(before.input?.fragments?.html, html)) return before;
  const filled = { ...input, fragments: { ...input.fragments, html } };
  return { input: filled, renderer: openRenderer(filled) };
}

const isSame = (a: ReadonlyMap<string, string> | undefined, b: ReadonlyMap<string, string>): boolean =>
  a !== undefined && a.size === b.size && [...b].every(([url, html]) => a.get(url) === html);
