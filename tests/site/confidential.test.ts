import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../src/edges/store/index.js';
import { article, codes, newsroom, type TestSite } from '../support/site.js';

describe('problems of articles that nobody may know of', () => {
  it('are marked confidential, whatever stage found them', async () => {
    const site = newsroom({
      'content/articles/draft.md': article(
        'title: Draft\ndate: 2026-11-01\ndraft: true',
        'A [link](nowhere.md) and {{< gist x >}}.',
      ),
      'content/articles/later.md': article('title: Later\ndate: 2027-03-01', 'Some {{< gist x >}} here.'),
      'content/articles/wrong.md': article('title: Wrong\ndate: 2027-03-01\nkind: nonsense'),
      'content/articles/seen.md': article('title: Seen\ndate: 2026-11-01', 'A [link](nowhere.md).'),
    });
    const { problems } = await site.build();
    expect(problems.map(({ file }) => file)).toEqual(
      expect.arrayContaining(
        ['draft', 'later', 'wrong', 'seen'].map((name) => `content/articles/${name}.md`),
      ),
    );
    for (const { file, confidential } of problems) {
      expect([file, confidential === true]).toEqual([file, !file.endsWith('seen.md')]);
    }
  });
});

describe('an article that can’t be read', () => {
  const SECRET = 'title: Secret: the minister resigns';
  const TEXT = 'The minister resigns tomorrow.';
  const FILE = 'content/articles/x.md';

  it.each<[string, string, string | Uint8Array]>([
    ['its date', FILE, `---\n${SECRET}\ndate: 2027-03-01 06:00\n---\n\n${TEXT}\n`],
    ['its date in quotes', FILE, `---\n${SECRET}\ndate: "2027-03-01"   # Monday\n---\n\n${TEXT}\n`],
    ['its date in words', FILE, `---\n${SECRET}\ndate: March 1, 2027 6:00 am\n---\n\n${TEXT}\n`],
    ['its date by another name', FILE, `---\n${SECRET}\npub-date: 2027-03-01\n---\n\n${TEXT}\n`],
    ['its date on the next line', FILE, `---\n${SECRET}\ndate:\n  2027-03-01\n---\n\n${TEXT}\n`],
    ['its date below', FILE, `---\n${SECRET}\nmeta: {date: 2027-03-01}\n---\n\n${TEXT}\n`],
    ['the later of two dates', FILE, `---\n${SECRET}\ndate: 2026-01-01\ndate: 2027-03-01\n---\n\n${TEXT}\n`],
    ['publishDate', FILE, `---\n${SECRET}\ndate: 2026-01-01\npublishDate: 2027-03-01\n---\n\n${TEXT}\n`],
    [
      'a date that is wrong in its hour',
      FILE,
      `---\ntitle: Secret\ndate: 2027-03-01 25:00\n---\n\n${TEXT}\n`,
    ],
    ['a date that is wrong in its day', FILE, `---\ntitle: Secret\ndate: 2027-02-30\n---\n\n${TEXT}\n`],
    ['a date of two readings', FILE, `---\ntitle: Secret\ndate: 03/04/2027\n---\n\n${TEXT}\n`],
    ['a date in a list', FILE, '---\ntitle: Secret\ndate: [2027-03-01]\n---\n\nText.\n'],
    ['a date in an unclosed front matter', FILE, `---\n${SECRET}\ndate: 2027-03-01\n\n${TEXT}\n`],
    ['a date in TOML', FILE, `+++\ntitle = Secret\ndate = 2027-03-01T06:00:00Z\n+++\n\n${TEXT}\n`],
    ['a date in JSON on one line', FILE, `{"title": "Secret" "x", "date": "2027-03-01"}\n\n${TEXT}\n`],
    [
      'a draft on one line',
      FILE,
      `{"title": "Secret" "x", "date": "2026-03-01", "draft": true}\n\n${TEXT}\n`,
    ],
    ['the date of its name', 'content/articles/2027-03-01-x.md', `---\n${SECRET}\n---\n\n${TEXT}\n`],
    [
      'the date of its name, and its bytes are wrong',
      'content/articles/2027-03-01-x.md',
      Buffer.from(`---\ntitle: Secret \xeb\n---\n\n${TEXT}\n`, 'latin1'),
    ],
    [
      'its date, and its bytes are wrong',
      FILE,
      Buffer.from(`---\ntitle: Secret \xeb\ndate: 2027-03-01\n---\n\n${TEXT}\n`, 'latin1'),
    ],
  ])('is not quoted before %s', async (_, file, content) => {
    const site = newsroom({ [file]: content });
    const before = await site.build();
    expect(before.problems.length).toBeGreaterThan(0);
    expect(before.problems.filter(({ confidential }) => confidential !== true)).toEqual([]);
  });

  it.each([
    ['its date is past', `---\n${SECRET}\ndate: 2026-11-01\n---\n\n${TEXT}\n`],
    ['it has none', `---\n${SECRET}\n---\n\n${TEXT}\n`],
    ['its date can’t be meant', '---\ntitle: X\ndate: 2026-13-01\n---\n\nText.\n'],
  ])('is quoted where %s', async (_, content) => {
    const { problems } = await newsroom({ [FILE]: content }).build();
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.filter(({ confidential }) => confidential === true)).toEqual([]);
  });
});

describe('--on-invalid', () => {
  const good = article('title: Good version\ndate: 2026-11-01');

  it('keep shows a wrong article as it last was, and says so by its status', async () => {
    const site = newsroom({ 'content/articles/a.md': good });
    const store = createMemoryStore();
    await site.build({ store });
    site.write({ 'content/articles/a.md': article('title: Bad version\ndate: 2026-13-01') });
    const result = await site.build({ store, onInvalid: 'keep' });
    expect(result.outcome).toBe('faults');
    expect(site.read('2026/11/a/index.html')).toContain('Good version');
  });

  it('keep does not bring back what is a draft by now', async () => {
    const site = newsroom({
      'content/articles/a.md': good,
      'content/articles/b.md': article('title: Other\ndate: 2026-11-02'),
    });
    const store = createMemoryStore();
    await site.build({ store });
    site.write({ 'content/articles/a.md': article('title: Bad version\ndate: 2026-13-01\ndraft: true') });
    await site.build({ store, onInvalid: 'keep' });
    expect([...site.published().keys()].join()).not.toContain('2026/11/a/');
  });

  const other = article('title: Other story\ndate: 2026-11-10\nslug: other');
  const taken = { 'content/articles/a.md': article('title: Takes its place\ndate: 2026-11-10\nslug: other') };
  const pages = (site: TestSite): string => [...site.published().keys()].join('\n');

  it('keep shows both articles as they last were where one takes the other’s address', async () => {
    const site = newsroom({ 'content/articles/a.md': good, 'content/articles/b.md': other });
    const store = createMemoryStore();
    await site.build({ store });
    site.write(taken);
    for (const onInvalid of ['fail', 'keep', 'keep'] as const) {
      const result = await site.build({ store, onInvalid });
      expect(codes(result)).toContain('duplicate-url');
    }
    expect(site.read('2026/11/a/index.html')).toContain('Good version');
    expect(site.read('2026/11/other/index.html')).toContain('Other story');
    site.write({ 'content/articles/b.md': null });
    await site.build({ store, onInvalid: 'keep' });
    expect(site.read('2026/11/other/index.html')).toContain('Takes its place');
  });

  it('keep leaves out a new article that takes the address of another', async () => {
    const site = newsroom({ 'content/articles/b.md': other });
    const store = createMemoryStore();
    await site.build({ store });
    site.write(taken);
    const result = await site.build({ store, onInvalid: 'keep' });
    expect([result.outcome, result.articles, result.invalid]).toEqual(['faults', 1, 1]);
    expect(site.read('2026/11/other/index.html')).toContain('Other story');
  });

  it('keep mends one mistake after another: who took the address that was given up stands as it was, too', async () => {
    const third = article('title: Third\ndate: 2026-11-11');
    const site = newsroom({
      'content/articles/a.md': good,
      'content/articles/b.md': other,
      'content/articles/c.md': third,
    });
    const store = createMemoryStore();
    await site.build({ store });
    site.write({ ...taken, 'content/articles/c.md': article('title: New third\ndate: 2026-11-11\nslug: a') });
    const result = await site.build({ store, onInvalid: 'keep' });
    expect(result.invalid).toBe(2);
    expect(site.read('2026/11/a/index.html')).toContain('Good version');
    expect(site.read('2026/11/c/index.html')).toContain('Third');
  });

  it.each([
    ['was taken down', 'gone: true'],
    ['asks for a template that is not there, and is a draft', 'draft: true\ntemplate: none.njk'],
  ])('keep does not bring back what %s in the version that is left out', async (_, field) => {
    const site = newsroom({ 'content/articles/a.md': good, 'content/articles/b.md': other });
    const store = createMemoryStore();
    await site.build({ store });
    site.write({ 'content/articles/a.md': article(`title: X\ndate: 2026-11-10\nslug: other\n${field}`) });
    await site.build({ store, onInvalid: 'keep', show: { drafts: true } });
    expect(pages(site)).not.toContain('2026/11/a/');
  });

  it('keep shows what readers see where a draft that is shown beside it wants its address', async () => {
    const site = newsroom({
      'content/articles/a.md': article('title: Draft\ndate: 2026-11-10\nslug: other\ndraft: true'),
      'content/articles/b.md': other,
    });
    const store = createMemoryStore();
    // Here the draft is nobody's rival.
    expect((await site.build({ store })).outcome).toBe('done');
    await site.build({ store, onInvalid: 'keep', show: { drafts: true } });
    expect(site.read('2026/11/other/index.html')).toContain('Other story');
  });

  const HALF = '---\ntitle: "half a fi';

  it('keep shows standing pages, profiles and fronts as they last were', async () => {
    const site = newsroom({
      'content/articles/a.md': article('title: Good version\ndate: 2026-11-01\nauthors: rudina'),
      'content/articles/b.md': other,
      'content/pages/about.md': '---\ntitle: About us\n---\n\nWho we are.\n',
      'content/authors/rudina.md': '---\ntitle: Rudina Leka\nrole: Editor\n---\n\nHer life.\n',
      'content/fronts/home.yaml': 'lead: articles/a\n',
    });
    const store = createMemoryStore();
    await site.build({ store });
    const before = site.published();
    site.write({
      'content/pages/about.md': HALF,
      'content/authors/rudina.md': HALF,
      'content/fronts/home.yaml': 'lead: [',
    });
    expect((await site.build({ store, onInvalid: 'fail' })).outcome).toBe('content');
    const result = await site.build({ store, onInvalid: 'keep' });
    expect([result.outcome, result.invalid]).toEqual(['faults', 3]);
    expect(site.published()).toEqual(before);
    site.write({ 'content/pages/about.md': null });
    await site.build({ store, onInvalid: 'keep' });
    expect(pages(site)).not.toContain('about/');
    site.write({ 'content/pages/about.md': HALF });
    await site.build({ store, onInvalid: 'keep' });
    expect(pages(site)).not.toContain('about/');
  });

  it('keep shows a standing page as it last was where it takes another’s address, and hides what is a draft', async () => {
    const about = '---\ntitle: About us\n---\n\nWho we are.\n';
    const site = newsroom({
      'content/articles/a.md': good,
      'content/pages/about.md': about,
      'content/pages/imprint.md': about.replace('About us', 'Imprint'),
    });
    const store = createMemoryStore();
    await site.build({ store });
    const before = site.published();
    site.write({ 'content/pages/imprint.md': about.replace('About us', 'Imprint\nurl: /about/') });
    await site.build({ store, onInvalid: 'keep' });
    expect(site.published()).toEqual(before);
    site.write({ 'content/pages/imprint.md': '---\ndraft: true\ntitle: "half a fi' });
    await site.build({ store, onInvalid: 'keep' });
    expect(pages(site)).not.toContain('imprint/');
  });

  it('skip publishes the others', async () => {
    const site = newsroom({
      'content/articles/a.md': good,
      'content/articles/b.md': article('title: No date'),
    });
    const result = await site.build({ onInvalid: 'skip' });
    expect([result.outcome, result.articles, result.invalid]).toEqual(['faults', 1, 1]);
  });
});
