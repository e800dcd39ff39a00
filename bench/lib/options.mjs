// What the command is asked to do.
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SCENARIOS } from './scenarios.mjs';

export const REPOSITORY = resolve(import.meta.dirname, '../..');

export const USAGE = `usage: npm run bench -- [DIR] [options]

DIR                   folder for newsrooms and sites; best in memory (default: the system's folder for temporary files)
--counts 1000,10000   how many articles (default: 1000,10000,100000)
--runs 5              runs of each
--hugo PATH           the hugo to compare with (default: hugo on the PATH, if there)
--no-eleventy         leave Eleventy out; otherwise npm installs it beside the newsrooms
--no-astro            leave Astro out; otherwise npm installs it beside the newsrooms, with the Node it wants
--peers-up-to 10000   others than Dateline build no larger newsroom than this
--release v0.1.0      the release of Dateline to compare with, or any other commit: it is taken out of git and compiled beside
                      the newsrooms (default: the newest tag v* before this commit, where there is one)
--no-release          compare with no release
--before DIR          another compiled Dateline to compare with
--only cold,added     these scenarios alone: cold, ${SCENARIOS.map((scenario) => scenario.key).join(', ')}, dev
--saves 30            edits that each live server is given
--patience 60         seconds that a live server has to show an edit
--no-floor            copy neither sites nor the cache with \`cp -r\`, which takes their room once more
--minutes 60          how long one build may take
--anyway              begin although room seems to be short
--dateline DIR        the compiled Dateline to measure (default: this repository)
--json FILE           write every single figure there, after each scenario
--write               write the tables and plots into docs/ (by default only where all counts are measured)
--redraw FILE         measure nothing: tables and plots from the figures of an earlier \`--json FILE\`
`;

const wrong = (text) => new Error(`${text}\n\n${USAGE}`);

const whole = (text, name) => {
  if (!/^[1-9]\d*$/.test(text)) throw wrong(`${name} wants whole numbers, not “${text}”.`);
  return Number(text);
};

const countsOf = (text) =>
  [...new Set(text.split(',').map((one) => whole(one, '--counts')))].sort((a, b) => a - b);

const OPTIONS = {
  counts: { type: 'string' },
  runs: { type: 'string', default: '5' },
  hugo: { type: 'string', default: 'hugo' },
  'no-eleventy': { type: 'boolean', default: false },
  'no-astro': { type: 'boolean', default: false },
  'peers-up-to': { type: 'string', default: '10000' },
  before: { type: 'string' },
  release: { type: 'string' },
  'no-release': { type: 'boolean', default: false },
  dateline: { type: 'string', default: REPOSITORY },
  only: { type: 'string' },
  saves: { type: 'string', default: '30' },
  patience: { type: 'string', default: '60' },
  'no-floor': { type: 'boolean', default: false },
  minutes: { type: 'string', default: '60' },
  anyway: { type: 'boolean', default: false },
  json: { type: 'string' },
  write: { type: 'boolean' },
  redraw: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
};

const parsed = (args) => {
  try {
    return parseArgs({ args, allowPositionals: true, options: OPTIONS });
  } catch (error) {
    throw wrong(error.message);
  }
};

export function readOptions(args) {
  const { values, positionals } = parsed(args);
  if (positionals.length > 1) throw wrong(`One folder is enough: “${positionals.join('”, “')}”.`);
  const known = ['cold', 'dev', ...SCENARIOS.map((scenario) => scenario.key)];
  const only = values.only?.split(',') ?? known;
  for (const key of only) if (!known.includes(key)) throw wrong(`There is no scenario “${key}”.`);
  return {
    help: values.help,
    dir: join(resolve(positionals[0] ?? tmpdir()), 'dateline-bench'),
    counts: countsOf(values.counts ?? '1000,10000,100000'),
    turns: whole(values.runs, '--runs'),
    // Its server is started elsewhere.
    hugo: values.hugo.includes('/') ? resolve(values.hugo) : values.hugo,
    eleventy: !values['no-eleventy'],
    astro: !values['no-astro'],
    peersUpTo: whole(values['peers-up-to'], '--peers-up-to'),
    home: resolve(values.dateline),
    before: values.before === undefined ? null : resolve(values.before),
    release: values['no-release'] ? false : (values.release ?? null),
    patience: whole(values.patience, '--patience') * 1000,
    only: new Set(only),
    saves: whole(values.saves, '--saves'),
    floor: !values['no-floor'],
    minutes: whole(values.minutes, '--minutes'),
    anyway: values.anyway,
    json: values.json ?? null,
    write:
      values.write ??
      (values.counts === undefined && values.only === undefined && values.redraw === undefined),
    redraw: values.redraw ?? null,
  };
}
