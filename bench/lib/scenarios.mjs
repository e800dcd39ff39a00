// What happens between two builds of a warm newsroom.
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { writeArticle } from '../articles.mjs';

const fileOf = ({ site, newsroom }, place) => join(site, 'content/articles', newsroom.article(place).path);

/** A file of the default theme, laid into the newsroom's own `templates/` so that it can be edited there. */
function ownTemplate({ site, home }, name) {
  const file = join(site, 'templates', name);
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    cpSync(join(home, 'templates', name), file);
  }
  return file;
}

/**
 * In this order. `prepare` stands before each build that is measured, `settle` before one that is not and that comes first;
 * `peers` has the others build too, as well as they can.
 *
 * A setting is the folder of the newsroom (`site`), the newsroom itself, the folder of the generator's package (`home`), the
 * folder of the finished site (`out`), how many turns there are (`turns`) and which one this is (`turn`).
 */
export const SCENARIOS = [
  { key: 'unchanged', name: 'nothing changed', prepare() {} },
  {
    key: 'touched',
    name: 'nothing changed, every file’s time new, as on a fresh clone',
    prepare({ site }) {
      const now = new Date();
      const content = join(site, 'content');
      for (const entry of readdirSync(content, { recursive: true, withFileTypes: true }))
        if (entry.isFile()) utimesSync(join(entry.parentPath, entry.name), now, now);
    },
  },
  {
    key: 'added',
    name: 'one article added',
    peers: true,
    prepare: ({ site, newsroom, turn }) => writeArticle(site, newsroom.article(newsroom.count + turn)),
  },
  {
    key: 'edited',
    name: 'the newest article edited',
    prepare: (setting) =>
      appendFileSync(
        fileOf(setting, setting.newsroom.count - 1),
        `
This was added in turn ${setting.turn}.
`,
      ),
  },
  {
    key: 'old',
    name: 'an article of years ago edited',
    prepare: (setting) =>
      appendFileSync(
        fileOf(setting, setting.newsroom.count >> 1),
        `
This was added in turn ${setting.turn}.
`,
      ),
  },
  {
    key: 'removed',
    name: 'one article of the newest removed',
    settle({ site, newsroom, turns }) {
      for (let turn = 0; turn < turns; turn++) writeArticle(site, newsroom.article(newsroom.count + turn));
    },
    prepare: (setting) => rmSync(fileOf(setting, setting.newsroom.count + setting.turn)),
  },
  {
    key: 'template',
    name: 'one template edited, of the archive’s pages',
    settle: (setting) => ownTemplate(setting, 'archive.njk'),
    prepare(setting) {
      const file = ownTemplate(setting, 'archive.njk');
      writeFileSync(file, readFileSync(file, 'utf8').replace('</h1>', `<!-- ${setting.turn} --></h1>`));
    },
  },
  {
    key: 'styles',
    name: 'the style sheet edited: every page names its version',
    settle: (setting) => ownTemplate(setting, 'assets/site.css'),
    prepare: (setting) => appendFileSync(ownTemplate(setting, 'assets/site.css'), `/* ${setting.turn} */\n`),
  },
  {
    key: 'delta',
    name: 'one article added, on a machine that has the cache and the manifest alone',
    flags: ({ site }) => ['--since', join(site, 'online.json'), '--delta', join(site, 'delta')],
    prepare(setting) {
      const { site, newsroom, turn, out } = setting;
      const state = join(site, '.dateline');
      if (turn === 0) cpSync(join(state, 'manifest.json'), join(site, 'online.json'));
      rmSync(out, { recursive: true, force: true });
      rmSync(join(site, 'delta'), { recursive: true, force: true });
      const cache = join(site, 'cache-of-ci');
      renameSync(join(state, 'cache'), cache);
      rmSync(state, { recursive: true });
      mkdirSync(state);
      renameSync(cache, join(state, 'cache'));
      writeArticle(site, newsroom.article(newsroom.count + 1000 + turn));
    },
  },
];
