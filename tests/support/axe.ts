import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Axe from 'axe-core';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    readonly axe: typeof Axe;
  }
}

/** The small form: each page reads it anew, and half of the letters are half of the work. */
const SOURCE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
let source: string | undefined;

/** Rules that another colour scheme may break; the document is the same in all else. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** What axe finds wrong on the open page as it is, by all rules that it has on or by some, as lines to compare with none. */
function found(page: Page, rules: readonly string[] | null): Promise<string[]> {
  return page.evaluate(async (only) => {
    const { violations } = await window.axe.run(document, {
      // Half of axe's time goes into naming each element that passes; nobody reads those names.
      resultTypes: ['violations'],
      ...(only !== null && { runOnly: { type: 'rule' as const, values: [...only] } }),
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  }, rules);
}

/**
 * What axe finds wrong on the open page, in light and in dark colours, as lines to compare with none. Pages have no frames, into
 * which axe would have to be put, too.
 */
export async function foundByAxe(page: Page): Promise<string[]> {
  source ??= readFileSync(SOURCE, 'utf8');
  await page.evaluate(source);
  const lines: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const more = await found(page, colorScheme === 'dark' ? OF_COLOURS : null);
    lines.push(...more.map((line) => `${colorScheme} ${line}`));
  }
  return lines;
}
