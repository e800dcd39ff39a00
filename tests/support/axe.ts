import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Rules that another colour scheme may break; the document is the same in all else. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds wrong on the open page, in light and in dark colours, as lines to compare with none.
 *
 * Half of axe's time goes into naming each element that passes; nobody reads those names, so it is told to leave them out.
 */
export async function foundByAxe(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const again = colorScheme === 'dark';
    // Once it is in the page it need not be read a second time.
    const axe = new AxeBuilder({ page, ...(again && { axeSource: 'void 0' }) })
      .options({ resultTypes: ['violations'] })
      // Pages have no frames, so axe needs no second page to put results together in.
      .setLegacyMode(true);
    const { violations } = await (again ? axe.withRules(OF_COLOURS) : axe).analyze();
    found.push(
      ...violations.map(
        ({ id, nodes }) => `${colorScheme} ${id}: ${nodes.map((node) => node.html).join(' ')}`,
      ),
    );
  }
  return found;
}
