import { createServer } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { close, listen } from '../../src/edges/listen.js';
import { dateline } from '../cli/support.js';
import { article, newsroom } from '../support/site.js';
import { ask, asShown, dev, stopAll } from './support.js';

const STORY = article('title: Port reopens\ndate: 2026-11-20 10:00');

/** `published` reads bytes as they are. */
const utf8 = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('utf8');

afterEach(stopAll);

describe('dateline dev and the clock', () => {
  it('takes the badge away when the hour of an embargo comes', async () => {
    const hour = new Date(Math.ceil(Date.now() / 1000) * 1000 + 2000).toISOString();
    const site = newsroom({
      'content/articles/port.md': article(`title: Soon\ndate: 2026-11-20\nslug: soon\nembargo: ${hour}`),
    });
    const one = await dev(site, [], { SOURCE_DATE_EPOCH: '' });
    await one.says('the hour');
    expect((await ask(one.url, '/2026/11/soon/')).text).not.toContain('class="badge"');
  });

  it('shows the site at another time as a build of that time makes it, without drafts', async () => {
    const site = newsroom({
      'content/articles/port.md': STORY,
      'content/articles/draft.md': article('title: My draft\ndate: 2026-11-20\ndraft: true'),
      'content/articles/soon.md': article('title: Soon\ndate: 2026-12-24 08:00'),
    });
    const one = await dev(site);
    for (const now of ['2026-12-24T07:00:00Z', '2026-12-24T09:00:00Z']) {
      await site.build({ now: Date.parse(now) });
      for (const [path, content] of site.published()) {
        const { text } = await ask(one.url, `/${path}?now=${now}`);
        if (!path.endsWith('.html')) expect([path, text]).toEqual([path, utf8(content)]);
        else expect(text.startsWith(asShown(utf8(content)))).toBe(true);
      }
      expect((await ask(one.url, `/2026/11/draft/?now=${now}`)).status).toBe(404);
    }
    site.write({ 'content/articles/port.md': STORY.replace('Port reopens', 'Port is open') });
    await one.page('/2026/11/port/?now=2026-12-24T09:00:00Z', 'Port is open');
    expect((await ask(one.url, '/?now=tomorrow')).status).toBe(400);
  });

  it('shows the last build while it begins, with a note, and lets another time wait until it has begun', async () => {
    const site = newsroom({
      'content/articles/port.md': STORY,
      'content/articles/soon.md': article('title: Soon\ndate: 2026-12-24 08:00'),
    });
    await dateline(site.root, ['build']);
    const other = createServer();
    const { port } = await listen(other, 0, '127.0.0.1');
    await close(other);
    let stop = (): void => {};
    const stopped = new Promise<void>((resolve) => {
      stop = resolve;
    });
    const ended = dateline(site.root, ['dev', '--port', String(port)], { stopped: () => stopped });
    const url = `http://localhost:${port}/`;
    const first = async (): Promise<string> => {
      for (;;) {
        const answer = await ask(url).catch(() => null);
        if (answer !== null) return answer.text;
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    };
    expect(await first()).toContain('This is the last build.');
    const { status, text } = await ask(url, '/2026/12/soon/?now=2026-12-24T09:00:00Z');
    expect([status, text.includes('Soon')]).toEqual([200, true]);
    stop();
    expect((await ended).status).toBe(0);
  });

  it('takes `--now` for the present time', async () => {
    const site = newsroom({ 'content/articles/soon.md': article('title: Soon\ndate: 2026-12-24 08:00') });
    const one = await dev(site, ['--now', '2026-12-24T09:00:00Z']);
    expect((await ask(one.url, '/2026/12/soon/')).text).not.toContain('class="badge"');
  });
});
