import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../support/temp.js';

const LIB = join(import.meta.dirname, '../../bench/lib');

interface Entrant {
  key: string;
  name: string;
  serve(site: string, port: number): string[];
  forget(site: string): void;
  isEarlier?(page: string): boolean;
}
interface Newsroom {
  count: number;
  urlOf(place: number): string;
  article(place: number): { path: string };
}
interface Results {
  rows: unknown[];
  caches: unknown[];
  dev: { name: string; pause: number; times: number[]; missed: string | null }[];
  failures: { name: string; scenario: string | null; reason: string }[];
}
interface Race {
  entrants: Entrant[];
  fail(entrant: Entrant, error: Error, scenario?: string | null): void;
}
interface Figures {
  first: number | null;
  ready: number | null;
  times: number[];
  missed: Error | null;
}
const { measureDev }: { measureDev(...args: [Entrant, string, Newsroom, object]): Promise<Figures> } =
  await import(join(LIB, 'dev.mjs'));
const { measureLive }: { measureLive(race: Race, options: object): Promise<void> } = await import(
  join(LIB, 'measure.mjs')
);
const { createRace }: { createRace(options: object): Race } = await import(join(LIB, 'race.mjs'));

const site = tempFolder('live');
const newsroom: Newsroom = {
  count: 3,
  urlOf: (place) => `/${place}/`,
  article: (place) => ({ path: `${place}.md` }),
};
mkdirSync(join(site, 'content/articles'), { recursive: true });
for (let place = 0; place < newsroom.count; place++)
  writeFileSync(join(site, 'content/articles', `${place}.md`), 'As it was.\n');

/** Servers of a newsroom, one good and the others each bad in its own way. */
const SERVER = join(site, 'server.mjs');
writeFileSync(
  SERVER,
  `import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
const [way, port] = process.argv.slice(2);
const page = (path) => readFileSync('content/articles' + path.slice(0, -1) + '.md', 'utf8') + '</html>';
const answers = {
  good: (path, response) => response.end(page(path)),
  stale: (path, response) => response.end('</html>'),
  silent() {},
  broken(path, response) {
    response.writeHead(200, { 'content-length': 1000 });
    response.write('</html>');
    setTimeout(() => response.destroy(), 5);
  },
  dying(path, response) {
    if (page(path) === 'As it was.\\n</html>') return response.end('</html>');
    console.error('A long story.\\nNo memory is left');
    process.exit(3);
  },
};
process.on('SIGTERM', () => process.exit(0));
createServer(({ url }, response) => answers[way](url, response)).listen(Number(port), '127.0.0.1');
`,
);
const entrant = (way: string, key = way): Entrant => ({
  key,
  name: `The ${way} one`,
  serve: (_, port) => [process.execPath, SERVER, way, String(port)],
  forget() {},
});

describe('a live server that is measured', () => {
  const quick = { saves: 2, pause: 5, settling: 0, patience: 300, patienceAtStart: 3000 };

  it('shows each save, and leaves the newsroom as it was', async () => {
    const { ready, times, missed } = await measureDev(entrant('good'), site, newsroom, quick);
    expect(missed).toBeNull();
    expect(ready).toBeGreaterThan(0);
    expect(times).toHaveLength(2);
    expect(readFileSync(join(site, 'content/articles/0.md'), 'utf8')).toBe('As it was.\n');
  });

  it('is ready when it serves the newsroom, not when it serves an earlier build', async () => {
    let pages = 0;
    const early = { ...entrant('good'), isEarlier: () => ++pages < 4 };
    const { first, ready } = await measureDev(early, site, newsroom, { ...quick, saves: 0 });
    expect(pages).toBe(4);
    expect(ready).toBeGreaterThan(first ?? Number.POSITIVE_INFINITY);
  });

  it.each([
    ['stale', {}, 'did not show the edit within 0.3 s', true],
    ['dying', { patience: 30_000 }, 'ended with status 3: No memory is left', true],
    ['silent', { patienceAtStart: 400 }, 'did not serve its first page within 0.4 s', false],
    ['broken', { patienceAtStart: 400 }, 'did not serve its first page within 0.4 s', false],
  ])('is told of when it is %s', async (way, options, reason, served) => {
    const { ready, times, missed } = await measureDev(entrant(way), site, newsroom, { ...quick, ...options });
    expect(missed?.message).toBe(reason);
    expect(ready !== null).toBe(served);
    expect(times).toEqual([]);
  });

  it('is told of when it can’t be started', async () => {
    const absent = { ...entrant('good'), serve: () => [join(site, 'no-such-server')] };
    const { missed } = await measureDev(absent, site, newsroom, { ...quick, patienceAtStart: 30_000 });
    expect(missed?.message).toMatch(/^could not be started: .*ENOENT/);
  });

  it('takes no figure from the others by what it misses', async () => {
    const results: Results = { rows: [], caches: [], dev: [], failures: [] };
    const kept: string[] = [];
    const entrants = [entrant('dying', 'dateline'), entrant('good', 'hugo-plain')];
    const said: string[] = [];
    const log = (text: string) => said.push(text);
    const keep = () => kept.push(`${results.dev.length} and ${results.failures.length}`);
    const race = createRace({ site, newsroom, entrants, results, keep, hidden: site, log });
    await measureLive(race, { ...quick, patience: 30_000, pauses: [5] });
    expect(results.dev.map(({ name, times, missed }) => [name, times.length, missed])).toEqual([
      ['The dying one', 0, 'ended with status 3: No memory is left'],
      ['The good one', 2, null],
    ]);
    expect(results.failures).toMatchObject([
      {
        name: 'The dying one',
        scenario: 'the live server, 0.005 s between saves',
        reason: 'ended with status 3: No memory is left',
      },
    ]);
    // Each was written down when it came.
    expect(kept).toEqual(['0 and 1', '1 and 1', '2 and 1']);
    expect(said[0]).toBe(
      '  The dying one has no figure: ended with status 3: No memory is left\nA long story.\nNo memory is left',
    );
  });
});
