import { describe, expect, it } from 'vitest';
import { article, newsroom, SITE_YAML, type TestSite } from '../support/site.js';

const strike = article(
  'title: Dockers strike\ndate: 2026-11-18',
  'Dockers at the harbour stopped work, and ferries stayed in the port.',
);

/** News of something else, so that words of a story are rare. */
const OTHERS = Object.fromEntries(
  ['Choir', 'Frost', 'Bees', 'Chess', 'Trams', 'Salt'].map((title, i): [string, string] => [
    `content/articles/${title}.md`,
    article(`title: ${title}\ndate: 2025-0${i + 3}-10`, `${title} was on many minds, and all spoke.`),
  ]),
);

describe('pins that can’t be meant so', () => {
  const paper = (lines: string): TestSite =>
    newsroom({
      'content/articles/strike.md': strike,
      'content/articles/draft.md': article('title: Secret\ndate: 2026-11-19\ndraft: true'),
      'content/articles/paid.md': article('title: New trams\ndate: 2026-11-19\nkind: sponsored'),
      'content/articles/me.md': article(`title: Talks\ndate: 2026-11-20\n${lines}`),
    });

  it.each([
    [
      'to nothing',
      'related: [strik]',
      'unknown-related',
      4,
      11,
      'Did you mean "/articles/strike.md"? If the story was renamed, its old address in its own `aliases` keeps it known.',
    ],
    [
      'to nothing that is near',
      'related: [elephants]',
      'unknown-related',
      4,
      11,
      'Write an article’s id, the path of its file, or its address. If the story was renamed, its old address in its own `aliases` keeps it known.',
    ],
    ['to itself', 'related:\n  - me.md', 'self-related', 5, 5, 'Take the line out, or name another article.'],
    [
      'to a draft',
      'related: [draft.md]',
      'hidden-related',
      4,
      11,
      'Nothing needs to be done if that is what you want.',
    ],
    [
      'twice, by other names',
      'related:\n  - strike.md\n  - /2026/11/strike/',
      'repeated-related',
      6,
      5,
      'Take the second one out. An id, a file and an address may all mean one article.',
    ],
    [
      'to what is excluded too',
      'related: [strike.md]\nrelatedExclude: [strike.md]',
      'contrary-related',
      4,
      11,
      'Take it out of one of the two.',
    ],
    [
      'to a story that was paid for',
      'related: [paid.md]',
      'sponsored-related',
      4,
      11,
      'Take the line out. A link in the text may lead to a paid-for story.',
    ],
  ])(
    '%s: told with place and cure, and nothing is broken by it',
    async (_, lines, code, line, column, hint) => {
      const result = await paper(lines).build();
      expect(result.outcome).toBe('done');
      const place = { file: 'content/articles/me.md', line, column };
      expect(result.problems).toMatchObject([{ code, severity: 'warning', ...place, hint }]);
      expect(JSON.stringify(result.problems)).not.toContain('Secret');
    },
  );

  it('name what is excluded twice, too', async () => {
    const result = await paper('relatedExclude: [strike.md, articles/strike]').build();
    expect(result.problems).toMatchObject([{ code: 'repeated-related', line: 4, column: 29 }]);
  });
});

describe('related news', () => {
  it('of a live blog follows what its posts say', async () => {
    const site = newsroom({
      ...OTHERS,
      'content/articles/strike.md': strike,
      'content/articles/blog.md': article(
        'title: The day as it happens\ndate: 2026-11-20\nkind: live\nlive:\n' +
          '  - { date: 2026-11-20 10:00, title: Dockers walk out, text: The harbour and its ferries stand still. }',
        'All that is new today.',
      ),
    });
    await site.build();
    expect(site.read('2026/11/blog/index.html')).toContain('Dockers strike');
  });

  it('has no fewer articles on its page than at the foot, whatever the counts say', async () => {
    const texts = Object.fromEntries(
      [1, 2, 3, 4].map((n): [string, string] => [
        `content/articles/a${n}.md`,
        article(`title: Ferry ${n}\ndate: 2026-11-0${n}\ntags: [Port]`, `Ferry ${n} left.`),
      ]),
    );
    const site = newsroom({
      'content/site.yaml': `${SITE_YAML}related: { count: 3, pageCount: 1 }\n`,
      ...texts,
    });
    const result = await site.build();
    expect(result.problems).toMatchObject([
      { code: 'related-counts', file: 'content/site.yaml', line: 4, column: 19, severity: 'warning' },
    ]);
    const cards = site.read('2026/11/a1/related/index.html').match(/<li class="card /g);
    expect(cards).toHaveLength(3);
  });
});

describe('what site.yaml says of related news', () => {
  const paper = (related: string): TestSite =>
    newsroom({
      ...OTHERS,
      'content/site.yaml': `${SITE_YAML}sections: [World, { title: Public Notices, slug: notices }]\nrelated: ${related}\n`,
      'content/articles/strike.md': article(
        'title: Dockers strike\ndate: 2026-11-18\nsection: world\nseries: Port',
        'Dockers at the harbour stopped work, and ferries stayed in the port.',
      ),
      'content/articles/talks.md': article(
        'title: Talks\ndate: 2026-11-20\nsection: world\nseries: Port',
        'Both sides met in an inn.',
      ),
      'content/articles/notice.md': article(
        'title: Harbour closed\ndate: 2026-11-19\nsection: notices/harbour',
        'The harbour is closed to ferries; dockers stay away.',
      ),
      'content/articles/letter.md': article(
        'title: To the editor\ndate: 2026-11-17\nsection: world\nkind: letter',
        'Dockers at the harbour stopped work, and ferries stayed, and it was about time.',
      ),
    });
  const foot = async (related: string): Promise<string[]> => {
    const site = paper(related);
    expect((await site.build()).outcome).toBe('done');
    const html = site.read('2026/11/strike/index.html');
    const shown = html.split('class="block related"')[1] ?? '';
    return [...shown.matchAll(/<a href="\/2026\/11\/(\w+)\/">/g)].map(([, slug = '']) => slug);
  };

  it('keeps out the sections, with those inside, and the kinds that `never` names', async () => {
    expect((await foot('{}')).sort()).toEqual(['letter', 'notice', 'talks']);
    expect((await foot('{ never: { sections: [Public notices] } }')).sort()).toEqual(['letter', 'talks']);
    expect((await foot('{ never: { kinds: [letter] } }')).sort()).toEqual(['notice', 'talks']);
  });

  it('puts the neighbours in a series first, and looks back alone where it should', async () => {
    expect((await foot('{ series: true }'))[0]).toBe('talks');
    expect(await foot('{ newer: false }')).toEqual(['letter']);
    expect((await foot('{ maxAge: 1 }')).sort()).toEqual(['letter', 'notice']);
  });

  it('is told of a section in `never` that there is not', async () => {
    const result = await paper('{ never: { sections: [notises] } }').build();
    expect(result.problems).toMatchObject([
      { code: 'unknown-never-section', severity: 'warning', file: 'content/site.yaml', line: 5, column: 32 },
    ]);
    expect(result.problems[0]?.message).toContain('Did you mean `notices`?');
  });
});

describe('the page of related news', () => {
  const texts: Readonly<Record<string, readonly [front: string, text: string]>> = {
    strike: [
      'title: Dockers of Durrës strike\ndate: 2026-11-10\nseries: Port\ntags: [Work]\nrelated: [history]',
      'Dockers at the harbour of Durrës stopped work, and ferries stayed in the port.',
    ],
    history: [
      'title: How the harbour was built\ndate: 2020-05-02',
      'Stones from Durrës, and a hundred dockers.',
    ],
    talks: ['title: Talks\ndate: 2026-09-20\nseries: Port', 'Both sides met in an inn of the harbour.'],
    ferries: [
      'title: Ferries wait\ndate: 2026-11-12',
      'Ferries stayed in the port while dockers at the harbour of Durrës stopped work.',
    ],
    quay: [
      'title: A quay is paid for\ndate: 2025-01-10\ntags: [Work]',
      'The harbour of Durrës paid for a quay of its ferries.',
    ],
    cranes: [
      'title: Cranes move\ndate: 2026-11-15\ntags: [Work]',
      'The cranes of the harbour move, and dockers look up.',
    ],
  };
  const paper = (more: string): TestSite =>
    newsroom({
      ...OTHERS,
      'content/site.yaml': `${SITE_YAML}${more}`,
      ...Object.fromEntries(
        Object.entries(texts).map(([name, [front, text]]) => [
          `content/articles/${name}.md`,
          article(front, text),
        ]),
      ),
    });
  const headings = (html: string): string[] =>
    [
      ...html.matchAll(
        /<h2 class="block-name"[^>]*>([^<]*)<|<h3 class="title"[^>]*>.*?<a href="[^"]*\/([a-z]+)\/"/g,
      ),
    ].map(([, heading, slug]) => heading ?? slug ?? '');

  it('has the editor’s choice first, then the running story, what came later and the background', async () => {
    const site = paper('');
    await site.build();
    const html = site.read('2026/11/strike/related/index.html');
    expect(headings(html)).toEqual([
      'Editors’ choice',
      'history',
      'More on this story',
      'ferries',
      'talks',
      'Since then',
      'cranes',
      'Background',
      'quay',
    ]);
    expect(html).not.toContain('class="why"');
    const foot = site.read('2026/11/strike/index.html').split('class="block related"')[1] ?? '';
    expect(foot).not.toMatch(/Background|More on this story/);
  });

  it('has parts of the series before what is newer at the foot of an article, behind the editor’s choice', async () => {
    const site = paper('related: { series: true }\n');
    await site.build();
    const foot = site.read('2026/11/strike/index.html').split('class="block related"')[1] ?? '';
    expect(
      headings(foot)
        .filter((name) => name !== '')
        .slice(0, 3),
    ).toEqual(['history', 'talks', 'cranes']);
  });

  it('needs no headings where there are three, of whatever kinds', async () => {
    const site = paper('related: { count: 3, pageCount: 3 }\n');
    await site.build();
    const shown = headings(site.read('2026/11/strike/related/index.html'));
    expect(shown).toHaveLength(3);
    expect(shown).toEqual(expect.arrayContaining(['history', 'ferries']));
    expect(shown.filter((text) => /[A-Z]/.test(text))).toEqual([]);
  });

  it('says why each stands there where the newsroom wants it', async () => {
    const site = paper('related: { reasons: true }\n');
    await site.build();
    const why = new Map(
      [
        ...site
          .read('2026/11/strike/related/index.html')
          .matchAll(/\/([a-z]+)\/">[^<]*<\/a><\/h3>.*?(?=<\/li>)/gs),
      ].map(([card, slug]) => [slug, /class="why">([^<]*)/.exec(card)?.[1]]),
    );
    expect(Object.fromEntries(why)).toEqual({
      history: 'Also about: Durrës',
      talks: 'Series: Port',
      ferries: 'Also about: Durrës',
      quay: 'Also about: Durrës',
      cranes: 'Topic: Work',
    });
  });

  it('says what both are about as the article itself writes it, where the other’s headline and excerpt don’t', async () => {
    const site = paper('related: { reasons: true }\n');
    site.write({
      'content/articles/lamps.md': article(
        'title: Lamps burn until six\ndate: 2026-11-16\nsummary: It is a long night.',
        'At the harbour of Durrës lamps burn, and dockers of Durrës sleep.',
      ),
    });
    await site.build();
    const [, card = ''] = site.read('2026/11/strike/related/index.html').split('/lamps/">');
    expect(card.split('</li>')[0]).toContain('class="why">Also about: Durrës');
  });

  it('has what is related to a translation where the newsroom asks for it, and says its language', async () => {
    const site = newsroom({
      ...OTHERS,
      'content/site.yaml': `${SITE_YAML}language: en\nlanguages: { sq: { title: Lajme } }\nrelated: { translations: true }\n`,
      ...Object.fromEntries(
        ['Kori', 'Bora', 'Bletët', 'Shahu'].map((title, n): [string, string] => [
          `content/articles/o${n}.sq.md`,
          article(`title: ${title}\ndate: 2026-0${n + 1}-02`, `${title} ishte lajmi i ditës.`),
        ]),
      ),
      'content/articles/ferry.md': article('title: A ferry\ndate: 2026-11-01', 'One sentence of it.'),
      'content/articles/ferry.sq.md': article(
        'title: Trageti\ndate: 2026-11-01',
        'Trageti i Durrësit niset nga kalata e re.',
      ),
      'content/articles/quay.sq.md': article(
        'title: Kalata\ndate: 2026-11-04',
        'Kalata e re në Durrës pret tragetin e Durrësit.',
      ),
    });
    expect((await site.build()).problems).toEqual([]);
    const foot = site.read('2026/11/ferry/index.html').split('class="block related"')[1] ?? '';
    expect(foot).toMatch(/<h3 class="title" lang="sq"><a href="\/sq\/2026\/11\/quay\/">Kalata</);
  });
});
