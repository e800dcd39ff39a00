import { pagePacker } from '../build/page-json.js';
import { pageKeys } from '../build/page-keys.js';
import type { Reading } from '../build/read.js';
import { reasonsFor } from '../build/reasons.js';
import type { Page } from '../model/page.js';
import type { Site } from '../model/site.js';
import type { RendererInput } from '../stages/render/index.js';
import { openPages } from './ports.js';
import { reasonWords } from './report/reasons.js';
import type { Sources } from './sources.js';

export interface LookAgain {
  readonly site: Site;
  readonly reading: Reading;
  readonly input: RendererInput;
  readonly cache: Sources['cache'];
}

/** Whether the next build would render a page again, and why; empty where nothing is remembered of builds. */
export function lookAgain(page: Page, { site, reading, input, cache }: LookAgain): string {
  if (cache === null) return '';
  const memory = openPages(cache);
  if (memory.last === null) return '';
  const keys = pageKeys(input);
  const { pack } = pagePacker(site);
  const reasons = reasonsFor(memory, keys, reading.contents, (id) => site.byId.get(id)?.article.file).of(
    { page, view: keys.view(pack(page)), text: reading.texts.keyOf(page) },
    memory.get(page.path),
  );
  return reasons.length === 0
    ? 'Nothing of it has changed since the last build: the next one leaves it as it is.'
    : `The next build renders it again: ${reasonWords(reasons)}.`;
}
