import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { build } from '../../src/build/pipeline.js';
import { PublishError } from '../../src/build/ports.js';
import { createPorts } from '../../src/cli/ports.js';
import { openSources } from '../../src/cli/sources.js';
import { article, NOW, newsroom, type TestSite } from '../support/site.js';

const OPTIONS = {
  now: NOW,
  onInvalid: 'fail',
  show: { drafts: false, future: false, expired: false },
} as const;

function portsOf(site: TestSite) {
  const sources = openSources(site.root, true, true);
  return createPorts({ sources, workers: 1, out: 'public', reporter: { stage() {}, tick() {} } });
}

it('refuses a build while another one still reads, which would otherwise put back what was taken down', async () => {
  const site = newsroom({
    'content/articles/world/rain.md': article('title: Rain\ndate: 2026-11-01', 'Rain.'),
  });
  const page = join(site.root, 'public/2026/11/rain/index.html');
  const slow = portsOf(site);
  let go = (): void => {};
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  let reads = (): void => {};
  const reading = new Promise<void>((resolve) => {
    reads = resolve;
  });
  const load = async () => {
    reads();
    await gate;
    return slow.templates.load();
  };
  const first = build(OPTIONS, { ...slow, templates: { ...slow.templates, load } });
  await reading;
  const refused = await build(OPTIONS, portsOf(site)).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(PublishError);
  expect(refused).toMatchObject({ status: 2 });
  expect(existsSync(page)).toBe(false);
  go();
  expect((await first).outcome).toBe('done');
  expect(existsSync(page)).toBe(true);

  // The lock is free again, also after a build that found mistakes.
  site.write({ 'content/articles/world/rain.md': article('title: Rain\ndate: never', 'Rain.') });
  expect((await build(OPTIONS, portsOf(site))).outcome).toBe('content');
  site.write({
    'content/articles/world/rain.md': article('title: Rain\ndate: 2026-11-01\ngone: true', 'Rain.'),
  });
  expect((await build(OPTIONS, portsOf(site))).outcome).toBe('done');
});
