import { describe, expect, it } from 'vitest';
import { change } from '../../src/cli/report/dev.js';
import type { Terminal } from '../../src/cli/terminal.js';
import type { Shown } from '../../src/dev/session.js';
import type { Problem } from '../../src/model/problem.js';

const terminal: Terminal = {
  out() {},
  err() {},
  live: false,
  width: 100,
  colours: { out: false, err: false },
  cwd: '/',
  env: {},
  stopped: async () => {},
};
const SHOWN: Shown = {
  site: null,
  articles: 2,
  pages: 9,
  problems: [],
  ms: 12,
  whole: false,
  pictures: false,
  refused: false,
};
const error = (file: string, severity: Problem['severity'] = 'error'): Problem => ({
  file,
  line: 1,
  code: 'x',
  severity,
  message: 'Wrong.',
  hint: 'Mend it.',
});
const PORT = 'content/articles/port.md';
const FRONT = 'content/fronts/home.yaml';

describe('the line that `dev` says of a save', () => {
  it.each<[string, Partial<Shown>, string[], string]>([
    ['what was saved and is right', {}, [PORT], `✓ ${PORT} shown in 12 ms\n`],
    ['a warning is no error', { problems: [error(PORT, 'warning')] }, [PORT], `✓ ${PORT} shown in 12 ms\n`],
    [
      'what was saved and is wrong',
      { problems: [error(PORT), error(PORT)] },
      [PORT],
      `✗ ${PORT} has 2 errors; shown is what was last right there\n`,
    ],
    [
      'what is right while another file is wrong',
      { problems: [error(FRONT)] },
      [PORT],
      `✓ ${PORT} shown in 12 ms\n✗ ${FRONT} has 1 error; shown is what was last right there\n`,
    ],
    [
      'a site that can’t be made',
      { problems: [error('content/site.yaml')], refused: true },
      [PORT],
      `✗ ${PORT} not shown: content/site.yaml has 1 error. All pages stay as they last were right\n`,
    ],
    [
      'many wrong files',
      { problems: ['a', 'b', 'c', 'd', 'e'].map((name) => error(name)) },
      ['a', 'b'],
      '✗ a has 1 error, b has 1 error, c has 1 error, 2 more files; shown is what was last right there\n',
    ],
  ])('%s', (_, result, paths, line) => {
    expect(change({ ...SHOWN, ...result }, paths, terminal)).toBe(line);
  });
});
