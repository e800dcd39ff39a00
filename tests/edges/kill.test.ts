import * as fs from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recover } from '../../src/edges/publisher/index.js';
import { started, translated } from './child.js';
import { publish, tempFolder, treeOf } from './support.js';

const site = (name: string): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: 80 }, (_, i) => [`2026/${name}${i % 20}/${i}/index.html`, `${name} ${i}`]).concat([
      ['index.html', `home ${name}`],
      ['media/shared.txt', name.repeat(5000)],
    ]),
  );

const sites = { A: site('A'), B: site('B') };
const stranger = { CNAME: 'x.org' };
const whole = Object.fromEntries(
  Object.entries(sites).map(([name, outputs]) => [name, JSON.stringify(sorted({ ...outputs, ...stranger }))]),
);
const now = (root: string): string => JSON.stringify(treeOf(join(root, 'public')));

/** A script that publishes B and A in turn until it is killed; `disk` is code that gives its file system. */
const script = (root: string, publisher: string, disk: string): string => `
  import * as fs from 'node:fs';
  import { createPublisher } from ${JSON.stringify(publisher)};
  const sites = ${JSON.stringify([sites.B, sites.A])};
  const disk = ${disk};
  console.log('ready');
  for (let i = 0; ; i++) {
    const publication = await createPublisher({ root: ${JSON.stringify(root)}, disk }).begin();
    for (const [path, text] of Object.entries(sites[i % 2])) await publication.write(path, text, 'index');
    await publication.commit({ at: null, reason: null });
  }`;

async function setUp(): Promise<{ root: string; folder: string; publisher: string }> {
  const [root, folder] = [tempFolder(), tempFolder()];
  await publish(root, sites.A);
  fs.writeFileSync(join(root, 'public/CNAME'), stranger.CNAME);
  return { root, folder, publisher: translated('src/edges/publisher/index.ts', folder) };
}

test('kill -9 at a random moment leaves one of the two sites, whole, and the next build goes on', async () => {
  const { root, folder, publisher } = await setUp();
  for (let round = 0; round < 4; round++) {
    const { child, ended } = await started(script(root, publisher, 'fs'), folder);
    await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 150));
    child.kill('SIGKILL');
    await ended;
    const decided = fs.existsSync(join(root, '.dateline/journal.json'));
    if (!decided) expect(Object.values(whole)).toContain(now(root));
    expect(recover(root).length).toBe(decided ? 1 : 0);
    expect(Object.values(whole)).toContain(now(root));
  }
  await publish(root, sites.B);
  expect(now(root)).toBe(whole.B);
});

test.each([0, 57, 400])(
  'kill -9 after %d renames of a publish: the next command finishes it',
  async (renames) => {
    const { root, folder, publisher } = await setUp();
    const lethal = `new Proxy(fs, { get: (target, name) => name !== 'renameSync' ? target[name] : (from, to) => {
    if (/stage.\\d+$/.test(from) && globalThis.done++ === ${renames}) process.kill(process.pid, 'SIGKILL');
    if (to.endsWith('manifest.json') && ${renames} === 400) process.kill(process.pid, 'SIGKILL');
    return fs.renameSync(from, to);
  } })`;
    const { ended } = await started(`globalThis.done = 0;\n${script(root, publisher, lethal)}`, folder);
    await ended;
    expect(fs.existsSync(join(root, '.dateline/journal.json'))).toBe(true);
    expect(fs.existsSync(join(root, '.dateline/lock'))).toBe(true);
    expect(recover(root).map((problem) => problem.code)).toEqual(['publish-finished']);
    expect(now(root)).toBe(whole.B);
  },
);

function sorted(tree: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(tree).sort(([a], [b]) => (a < b ? -1 : 1)));
}
