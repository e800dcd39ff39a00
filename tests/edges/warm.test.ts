import { describe, expect, it } from 'vitest';
import { createPageMemory } from '../../src/edges/pages/index.js';
import { openWarmStore, type WarmStore } from '../../src/edges/store/index.js';
import { article, newsroom, type TestSite } from '../support/site.js';
import { tempFolder } from './support.js';

const text = (n: number): string => article(`title: Story ${n}\ndate: 2026-11-20`, `Text ${n}. `.repeat(500));
const file = (n: number): string => `content/articles/a${n}.md`;
const some = (count: number): TestSite =>
  newsroom(Object.fromEntries(Array.from({ length: count }, (_, n) => [file(n), text(n)])));

/** A store that counts what is put into it. */
function counted(store: WarmStore): { store: WarmStore; puts: () => number } {
  let puts = 0;
  const put: WarmStore['put'] = (key, value) => {
    puts += 1;
    store.put(key, value);
  };
  return { store: { ...store, put }, puts: () => puts };
}

describe('the store of a process that builds again and again', () => {
  it.each([['on the disk'], ['without a cache']])(
    'holds no more after forty saves than after one, %s',
    async (where) => {
      const site = some(3);
      const store = openWarmStore({ folder: where === 'on the disk' ? tempFolder() : null, version: 'v' });
      const pages = createPageMemory();
      for (let n = 0; n < 40; n++) {
        site.write({ [file(1)]: text(n) });
        await site.build({ store, pages, onInvalid: 'keep' });
        await store.settle();
        expect(store.held).toBeLessThanOrEqual(3);
      }
      site.write({ [file(1)]: '---\ntitle: "half' });
      await site.build({ store, pages, onInvalid: 'keep' });
      await store.settle();
      expect(site.read('2026/11/a1/index.html')).toContain('Text 39.');
      await store.end();
    },
  );

  it('parses nothing when it is opened again, and knows what was good', async () => {
    const site = some(5);
    const folder = tempFolder();
    for (const parsed of [5, 0, 0]) {
      const { store, puts } = counted(openWarmStore({ folder, version: 'v' }));
      await site.build({ store });
      await store.settle();
      await store.end();
      expect(puts()).toBe(parsed);
    }
    site.write({ [file(1)]: '---\ntitle: "half' });
    const store = openWarmStore({ folder, version: 'v' });
    expect((await site.build({ store, onInvalid: 'keep' })).articles).toBe(5);
    await store.end();
  });

  it('gives to the disk what is more than it may hold, at once', async () => {
    const site = some(12);
    const folder = tempFolder();
    const store = openWarmStore({ folder, version: 'v', mostHeld: 20_000 });
    await site.build({ store });
    await store.settle();
    expect(store.held).toBe(0);
    // Even where the process is killed now.
    const again = counted(openWarmStore({ folder, version: 'v' }));
    await site.build({ store: again.store });
    expect(again.puts()).toBe(0);
    site.write({ [file(3)]: text(33) });
    await site.build({ store });
    expect(site.read('2026/11/a3/index.html')).toContain('Text 33.');
    await Promise.all([store.end(), again.store.end()]);
  });
});
