import { existsSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { close, listen } from '../../src/edges/listen.js';
import { dateline } from '../cli/support.js';
import { article, copyOf, newsroom, type TestSite } from '../support/site.js';
import { ask, asShown, dev, openPage, stopAll } from './support.js';

const STORY = article('title: Port reopens\ndate: 2026-11-20 10:00');

/** `published` reads bytes as they are. */
const utf8 = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('utf8');

afterEach(stopAll);

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
    expect(readdirSync(join(site.root, '.dateline'))).toEqual(['cache']);
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
    await one.says('✗ content/articles/port.md has 1 error; shown is what was last right there');
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

  it('keeps both pages where one article takes the other’s address, and a standing page that is half written', async () => {
    const site = newsroom({
      'content/articles/port.md': STORY,
      'content/articles/a10.md': article('title: Ten\ndate: 2026-11-10'),
      'content/pages/about.md': '---\ntitle: About us\n---\n\nWho we are.\n',
    });
    const one = await dev(site);
    site.write({ 'content/articles/port.md': article('title: Taker\ndate: 2026-11-10\nslug: a10') });
    expect(await one.page('/2026/11/a10/', 'id="dateline-problems"')).toContain('Ten');
    expect((await ask(one.url, '/2026/11/port/')).text).toContain('Port reopens');
    site.write({ 'content/articles/port.md': STORY, 'content/pages/about.md': '---\ntitle: "About' });
    expect(await one.page('/about/', 'content/pages/about.md:')).toContain('Who we are.');
  });

  it('goes on after content/ and templates/ went away and came back', async () => {
    const site = paper();
    const one = await dev(site);
    site.rename('content', 'away/content');
    site.rename('templates', 'away/templates');
    while ((await ask(one.url, '/2026/11/port/')).status !== 404);
    site.rename('away/content', 'content');
    site.rename('away/templates', 'templates');
    site.write({ 'content/articles/port.md': STORY.replace('Port reopens', 'Back again') });
    await one.page('/2026/11/port/', 'Back again');
    site.write({ 'templates/assets/own.css': 'p{color:blue}' });
    while ((await ask(one.url, '/assets/own.css')).text !== 'p{color:#00f}');
    await site.build();
    for (const [path, content] of site.published())
      if (path.endsWith('.html'))
        expect((await ask(one.url, `/${path}`)).text).toContain(asShown(utf8(content)));
  });

  it('begins with what the cache and the last build have, and reads no file a second time', async () => {
    const site = paper();
    await dateline(site.root, ['build']);
    const before = site.published();
    const cache = (): string[] => readdirSync(join(site.root, '.dateline/cache/parse')).sort();
    const parsed = cache();
    const one = await dev(site);
    expect((await ask(one.url, '/2026/11/port/')).text).toContain('Port reopens');
    await one.stop();
    expect(cache()).toEqual(parsed);
    expect(site.published()).toEqual(before);
    const index = readFileSync(join(site.root, '.dateline/cache/pages'));
    site.write({ 'content/articles/new.md': article('title: New\ndate: 2026-11-21') });
    await (await dev(site)).stop();
    const after = cache();
    expect(after.length).toBeGreaterThan(parsed.length);
    await (await dev(site)).stop();
    expect(cache()).toEqual(after);
    expect(readFileSync(join(site.root, '.dateline/cache/pages'))).toEqual(index);
  });

  it('tells of urls.txt as soon as it is saved', async () => {
    const site = paper();
    const one = await dev(site);
    site.write({ 'urls.txt': '/2025/01/vanished/\n' });
    await one.says('✓ urls.txt');
    expect(one.said()).toContain('/2025/01/vanished/');
  });

  it('keeps nothing with --no-cache', async () => {
    const site = paper();
    await (await dev(site, ['--no-cache'])).stop();
    expect(existsSync(join(site.root, '.dateline'))).toBe(false);
  });

  it('ends with what a clean build makes after a checkout that changes hundreds of files', async () => {
    const story = (n: number, branch: string): string =>
      article(
        `title: ${branch} ${n}\ndate: 2026-11-${String(1 + (n % 20)).padStart(2, '0')}\ntags: [T${n % 7}]`,
      );
    const branch = (name: string, from: number, to: number): Record<string, string> =>
      Object.fromEntries(
        Array.from({ length: to - from }, (_, i) => [
          `content/articles/${name}/a${from + i}.md`,
          story(from + i, name),
        ]),
      );
    const site = newsroom({ ...branch('main', 0, 200), 'templates/tag.njk': 'old {{ group.name }}' });
    const one = await dev(site);
    const gone = Object.keys(branch('main', 50, 200)).map((path) => [path, null] as const);
    site.write({
      ...Object.fromEntries(gone),
      ...branch('other', 50, 250),
      'templates/tag.njk': 'new {{ group.name }}',
      'content/pages/about.md': '---\ntitle: About\n---\n\nText.\n',
    });
    const clean = copyOf(site);
    await clean.build();
    for (const [path, content] of clean.published()) {
      if (path.endsWith('.html')) await one.page(`/${path}`, asShown(utf8(content)));
    }
    expect((await ask(one.url, '/2026/11/a60/')).text).toContain('other 60');
  });

  it('links each problem to its place in the editor', async () => {
    const site = newsroom({ 'content/articles/port.md': article('title: X\ndate: 2026-13-01') });
    const place = `${site.root}/content/articles/port.md`;
    const usual = await dev(site);
    expect((await ask(usual.url)).text).toContain(`<a href="vscode://file${place}:3:7">`);
    await usual.stop();
    const own = await dev(site, ['--editor', 'my-editor://open?{file}&l={line}']);
    expect((await ask(own.url)).text).toContain(`<a href="my-editor://open?${place}&amp;l=3">`);
    await own.stop();
    const named = await dev(site, [], { LAUNCH_EDITOR: '/usr/bin/cursor --wait', EDITOR: 'code' });
    expect((await ask(named.url)).text).toContain(`<a href="cursor://file${place}:3:7">`);
  });

  it.each(['javascript:alert("{file}")', 'vim', 'https://editor.example/'])(
    'refuses the editor %s',
    async (editor) => {
      const { status, err } = await dateline(paper().root, ['dev', '--port', '0', '--editor', editor]);
      expect([status, err.includes('--editor flag-value')]).toEqual([2, true]);
    },
  );

  it('tells open pages to swap style sheets, not to load again', async () => {
    const site = paper();
    const one = await dev(site);
    const page = openPage(one.url, '/');
    await page.count(1);
    site.write({ 'templates/assets/own.css': 'p{color:blue}' });
    expect(await page.count(2)).toEqual(['edition', 'styles']);
    expect((await ask(one.url, '/assets/own.css')).text).toBe('p{color:#00f}');
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

  it('notices an older file that came into the place of another before it watched', async () => {
    const site = paper();
    const file = join(site.root, 'content/articles/port.md');
    let done = false;
    const one = await dev(site, [], {}, (text) => {
      if (done || !text.includes('Ctrl+C')) return;
      done = true;
      writeFileSync(file, STORY.replace('Port reopens', 'Put back'));
      utimesSync(file, 1000, 1000);
    });
    await one.page('/2026/11/port/', 'Put back');
  });
});
