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
import { eachFile } from './files.mjs';

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

const pageOf = (out, url) => join(out, url, 'index.html');

/** Whether the page of an article says the words of this turn. */
const says = ({ newsroom, turn }, out, place) =>
  readFileSync(pageOf(out, newsroom.urlOf(place)), 'utf8').includes(`This was added in turn ${turn}.`);

/** A style sheet that every page of the default theme has. */
const styleSheet = ({ home }) => {
  const names = readdirSync(join(home, 'templates/assets')).filter((name) => name.endsWith('.css'));
  const name = ['site.css', 'base.css'].find((one) => names.includes(one)) ?? names.sort()[0];
  return `assets/${name}`;
};

/**
 * In this order. `prepare` stands before each build that is measured, `settle` before one that is not and that comes first;
 * `check` says of a finished site whether it shows what was prepared. `who` builds: Dateline alone (`own`), Dateline and those to
 * compare with (`both`), these and peers that keep something for the next time (`keeping`), or all (`all`).
 *
 * A setting is the folder of the newsroom (`site`), the newsroom itself, the folder of the generator's package (`home`), the
 * folder of the finished site (`out`), how many turns there are (`turns`) and which one this is (`turn`).
 */
export const SCENARIOS = [
  {
    key: 'unchanged',
    name: 'nothing changed',
    short: 'nothing changed',
    who: 'keeping',
    prepare() {},
  },
  {
    key: 'touched',
    name: 'nothing changed, every file’s time new, as on a fresh clone',
    short: 'times of files new',
    who: 'both',
    prepare({ site }) {
      const now = new Date();
      eachFile(join(site, 'content'), (path) => utimesSync(path, now, now));
    },
  },
  {
    key: 'added',
    name: 'one article added',
    short: 'one added',
    who: 'all',
    check: ({ newsroom, turn }, out) => existsSync(pageOf(out, newsroom.urlOf(newsroom.count + turn))),
    prepare: ({ site, newsroom, turn }) => writeArticle(site, newsroom.article(newsroom.count + turn)),
  },
  {
    key: 'edited',
    name: 'the newest article edited',
    short: 'newest edited',
    who: 'keeping',
    check: (setting, out) => says(setting, out, setting.newsroom.count - 1),
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
    short: 'old one edited',
    who: 'both',
    check: (setting, out) => says(setting, out, setting.newsroom.count >> 1),
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
    short: 'one removed',
    who: 'both',
    check: ({ newsroom, turn }, out) => !existsSync(pageOf(out, newsroom.urlOf(newsroom.count + turn))),
    settle({ site, newsroom, turns }) {
      for (let turn = 0; turn < turns; turn++) writeArticle(site, newsroom.article(newsroom.count + turn));
    },
    prepare: (setting) => rmSync(fileOf(setting, setting.newsroom.count + setting.turn)),
  },
  {
    key: 'template',
    name: 'one template edited, of the archive’s pages',
    short: 'one template edited',
    who: 'own',
    check: (_, __, told) => told.changed > 0,
    settle: (setting) => ownTemplate(setting, 'archive.njk'),
    prepare(setting) {
      const file = ownTemplate(setting, 'archive.njk');
      const text = readFileSync(file, 'utf8');
      const place = ['</h1>', '{% endblock %}', '{%- endblock %}'].find((mark) => text.includes(mark));
      if (place === undefined) throw new Error(`${file} has no place for an edit`);
      writeFileSync(file, text.replace(place, `<!-- ${setting.turn} -->${place}`));
    },
  },
  {
    key: 'styles',
    name: 'the style sheet edited: every page names its version',
    short: 'style sheet edited',
    who: 'own',
    check: (_, __, told) => told.changed > 0,
    settle: (setting) => ownTemplate(setting, styleSheet(setting)),
    // A rule, since comments may be left out of what is published.
    prepare: (setting) =>
      appendFileSync(ownTemplate(setting, styleSheet(setting)), `.turn-${setting.turn} { color: red; }\n`),
  },
  {
    key: 'delta',
    name: 'one article added, on a machine that has the cache and the manifest alone',
    short: 'one added, bare machine',
    who: 'own',
    check: ({ site, newsroom, turn }) => {
      const page = pageOf('/', newsroom.urlOf(newsroom.count + 1000 + turn));
      return readdirSync(join(site, 'delta'), { recursive: true }).some((path) => `/${path}`.endsWith(page));
    },
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
