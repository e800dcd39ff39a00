import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { watchedDisk } from '../edges/support.js';
import { type BrokenLink, brokenForReaders, pagesIn } from '../support/links.js';
import { edit, FILES, SITE } from '../support/push.js';
import { newsroom } from '../support/site.js';

describe('while a site is published', () => {
  it('no page that a reader can get links to one that is not there', async () => {
    const site = newsroom(FILES);
    await site.build();
    const out = join(site.root, 'public');
    const known = pagesIn(out);
    const before = new Set(site.published().keys());
    expect(brokenForReaders(out, SITE, known)).toEqual([]);
    edit(site);
    const found: BrokenLink[] = [];
    const doomed: BrokenLink[] = [];
    const ahead: BrokenLink[] = [];
    let [steps, removals] = [0, 0];
    const look = (): void => {
      steps += 1;
      (removals === 0 ? found : doomed).push(...brokenForReaders(out, SITE, known));
      const added = pagesIn(out).filter((path) => !before.has(path));
      ahead.push(...brokenForReaders(out, SITE, added));
    };
    // Ahead of each step: what the one before has left.
    const disk = watchedDisk((call, path, to) => {
      if (!(call === 'renameSync' ? to : path).startsWith(`${out}/`) || to.endsWith('/.')) return;
      look();
      if (call === 'unlinkSync') removals += 1;
    });
    const { changes } = await site.build({ publisher: { disk } });
    look();
    expect(found).toEqual([]);
    expect([steps > 20, removals > 3]).toEqual([true, true]);
    // What can't be helped: new pages, to which no link leads yet, link to new files ahead of their time.
    expect(ahead.filter(({ from, to }) => before.has(from) || before.has(to))).toEqual([]);
    expect(ahead).toContainEqual({
      from: '2026/11/ferry/related/index.html',
      to: '2026/11/ferry/index.html',
    });
    // Pages that are going link to one another, a story and its related page; nothing that stays leads there.
    expect(doomed.filter(({ from }) => !changes?.removed.includes(from))).toEqual([]);
    expect(brokenForReaders(out, SITE, pagesIn(out))).toEqual([]);
    expect(fs.existsSync(join(out, 'tags/harbours/index.html'))).toBe(true);
  });

  it('what links to new pages comes after all of them, and a related page before its article', async () => {
    const site = newsroom(FILES);
    await site.build();
    edit(site);
    const order: string[] = [];
    const out = join(site.root, 'public/');
    const before = new Set(site.published().keys());
    const disk = watchedDisk((call, _, to) => {
      if (call === 'renameSync' && to.startsWith(out) && !to.endsWith('/.')) order.push(to.slice(out.length));
    });
    await site.build({ publisher: { disk } });
    const isNew = order.map((path) => !before.has(path));
    expect(isNew.lastIndexOf(true)).toBeLessThan(isNew.indexOf(false));
    const at = (path: string): number => order.indexOf(path);
    expect(at('media/ferry.svg')).toBeLessThan(order.findIndex((path) => path.endsWith('.html')));
    expect(order).toContain('media/ferry.svg');
    expect(at('2026/11/ferry/related/index.html')).toBeLessThan(at('2026/11/ferry/index.html'));
    expect(at('2026/11/ferry/related/index.html')).toBeGreaterThan(0);
  });
});
