import { existsSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { close, listen } from '../../src/edges/listen.js';
import { dateline, type Transcript } from '../cli/support.js';
import { article, newsroom, type TestSite } from '../support/site.js';
import { ask, openPage } from './support.js';

const STORY = article('title: Port reopens\ndate: 2026-11-20 10:00');

interface Dev {
  readonly url: string;
  /** What it has said so far. */
  said(): string;
  /** Waits until the page, or what was said, holds the text. */
  page(path: string, holds: string): Promise<string>;
  says(text: string): Promise<void>;
  stop(): Promise<Transcript>;
}

const running: Dev[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((dev) => dev.stop()));
});

/** Starts `dateline dev` on a free port, and waits for its address. */
async function dev(site: TestSite): Promise<Dev> {
  let err = '';
  let stop = (): void => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const ended = dateline(site.root, ['dev', '--port', '0'], {
    stopped: () => stopped,
    said: (text) => {
      err += text;
    },
  });
  const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
    while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 15));
  };
  await until(() => err.includes('Ctrl+C'));
  const url = /http:\/\/localhost:\d+\//.exec(err)?.[0] ?? '';
  const one: Dev = {
    url,
    said: () => err,
    says: (text) => until(() => err.includes(text)),
    async page(path, holds) {
      let text = '';
      await until(async () => {
        text = (await ask(url, path)).text;
        return text.includes(holds);
      });
      return text;
    },
    stop() {
      stop();
      return ended;
    },
  };
  running.push(one);
  return one;
}

const paper = (): TestSite =>
  newsroom({ 'content/articles/port.md': STORY, 'templates/assets/own.css': 'p{color:red}' });

describe('dateline dev', () => {
  it('shows everything with a badge, and never writes to public/', async () => {
    const site = newsroom({
      'content/articles/port.md': STORY,
      'content/articles/draft.md': article('title: My draft\ndate: 2026-11-20\ndraft: true'),
      'content/articles/soon.md': article('title: Soon\ndate: 2026-12-24'),
    });
    const one = await dev(site);
    expect((await ask(one.url, '/2026/11/draft/')).text).toMatch(/class="badge">[^<]+</);
    expect((await ask(one.url, '/2026/12/soon/')).text).toMatch(/class="badge">[^<]+</);
    expect((await ask(one.url, '/2026/11/port/')).text).not.toContain('class="badge"');
    expect(await one.stop()).toMatchObject({ status: 0, out: '' });
    expect(existsSync(join(site.root, 'public'))).toBe(false);
    expect(existsSync(join(site.root, '.dateline'))).toBe(false);
  });

  it('shows a save, a new file, one saved by renaming, and one that is gone', async () => {
    const site = paper();
    const one = await dev(site);
    site.write({ 'content/articles/port.md': STORY.replace('Port reopens', 'Port is open') });
    await one.page('/2026/11/port/', 'Port is open');
    site.write({ 'content/articles/new/second.md': article('title: Second story\ndate: 2026-11-21') });
    await one.page('/2026/11/second/', 'Second story');
    // As vim and many others save.
    site.rename('content/articles/port.md', 'content/articles/port.md~');
    site.write({ 'content/articles/port.md': STORY.replace('Port reopens', 'Renamed into place') });
    site.write({ 'content/articles/port.md~': null });
    await one.page('/2026/11/port/', 'Renamed into place');
    site.write({ 'content/articles/port.md': null });
    await one.page('/', 'Second story');
    while ((await ask(one.url, '/2026/11/port/')).status !== 404);
    expect(one.said()).not.toMatch(/bug in Dateline|error/);
  });

  it('shows a save below a content folder that is a link', async () => {
    const site = paper();
    site.rename('content', 'elsewhere/content');
    symlinkSync('elsewhere/content', join(site.root, 'content'));
    const one = await dev(site);
    site.write({ 'elsewhere/content/articles/port.md': STORY.replace('Port reopens', 'Port is open') });
    await one.page('/2026/11/port/', 'Port is open');
  });

  it('shows what is wrong over the page that was right, and takes it away with the cure', async () => {
    const site = paper();
    const one = await dev(site);
    const page = openPage(one.url, '/2026/11/port/');
    await page.count(1);
    site.write({ 'content/articles/port.md': '---\ntitle: "half a fi' });
    const text = await one.page('/2026/11/port/', 'id="dateline-problems"');
    expect(text).toContain('<h1');
    expect(text).toContain('Port reopens');
    expect(text).toContain('content/articles/port.md:');
    await one.says('the pages stay as they last were right');
    site.write({ 'content/articles/port.md': STORY.replace('Port reopens', 'Whole again') });
    expect(await one.page('/2026/11/port/', 'Whole again')).not.toContain('dateline-problems');
    expect(await page.count(3)).toEqual(['edition', 'page', 'page']);
    page.close();
  });

  it('keeps the site as it was while site.yaml or a template is wrong', async () => {
    const site = paper();
    const one = await dev(site);
    site.write({ 'content/site.yaml': 'title: [' });
    expect(await one.page('/', 'id="dateline-problems"')).toContain('The Test Herald');
    site.write({ 'content/site.yaml': 'title: The New Herald\nurl: https://herald.example/\n' });
    expect(await one.page('/', 'The New Herald')).not.toContain('dateline-problems');
    site.write({ 'templates/article.njk': '{{ article.titel }}' });
    expect(await one.page('/', 'id="dateline-problems"')).toContain('templates/article.njk:1:');
    site.write({ 'templates/article.njk': '<p>own {{ article.title }}</p>' });
    expect(await one.page('/2026/11/port/', '<p>own Port reopens')).not.toContain('dateline-problems');
  });

  it('tells open pages to swap style sheets, not to load again', async () => {
    const site = paper();
    const one = await dev(site);
    const page = openPage(one.url, '/');
    await page.count(1);
    site.write({ 'templates/assets/own.css': 'p{color:blue}' });
    expect(await page.count(2)).toEqual(['edition', 'styles']);
    expect((await ask(one.url, '/assets/own.css')).text).toBe('p{color:blue}');
    page.close();
  });

  it('starts with wrong content too, and says what is wrong', async () => {
    const site = newsroom({ 'content/site.yaml': 'title: [', 'content/articles/port.md': STORY });
    const one = await dev(site);
    expect(one.said()).toContain('error content/site.yaml');
    expect((await ask(one.url, '/')).text).toContain('id="dateline-problems"');
  });

  it('says in one line that its port is taken, with status 2', async () => {
    const other = createServer();
    const { port } = await listen(other, 0, '127.0.0.1');
    const { status, err } = await dateline(paper().root, ['dev', '--port', String(port)]);
    await close(other);
    expect(status).toBe(2);
    expect(err).toBe(
      `error --port port-in-use\n  Another program answers on port ${port} of this machine already.\n  End the other program, or choose another port: \`--port ${port + 1}\`\n`,
    );
  });

  it('says that an address is not of this machine', async () => {
    const { status, err } = await dateline(paper().root, ['dev', '--port', '0', '--host', '203.0.113.9']);
    expect(status).toBe(2);
    expect(err).toContain('error --host host-unknown');
  });

  it('notices what was saved before it watched', async () => {
    const site = paper();
    const starting = dev(site);
    writeFileSync(join(site.root, 'content/articles/port.md'), STORY.replace('Port reopens', 'Saved early'));
    const one = await starting;
    await one.page('/2026/11/port/', 'Saved early');
  });
});
