import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { newsroom } from '../support/site.js';
import { tempFolder } from '../support/temp.js';
import { dateline } from './support.js';

const empty = tempFolder('calls');
writeFileSync(join(empty, 'a-file'), '');

/** The call, the code of the problem, and what the message must say. */
const WRONG: readonly (readonly [call: string, code: string, says: string])[] = [
  ['biuld', 'unknown-command', 'Did you mean `build`?'],
  ['publish-it', 'unknown-command', 'There is no command `publish-it`.'],
  ['help biuld', 'unknown-command', 'Did you mean `build`?'],
  ['--drafts', 'unknown-flag', 'Flags stand behind the command'],
  ['build --draft', 'unknown-flag', 'Did you mean `--drafts`?'],
  ['build --jsn', 'unknown-flag', 'Did you mean `--json`?'],
  ['build -x', 'unknown-flag', '`dateline build --help`'],
  ['build --threads 4', 'unknown-flag', 'has no flag `--threads`'],
  ['build --workers 0', 'flag-value', 'a whole number from 1 to 64'],
  ['build --out', 'flag-without-value', '`--out public`'],
  ['build --out --json', 'flag-without-value', '`--out public`'],
  ['build --root=', 'flag-without-value', '`--root my-paper`'],
  ['build --json=yes', 'flag-value', 'no value'],
  ['build --now yesterday', 'flag-value', '`--now 2026-11-24T12:00:00Z`'],
  ['build --now 2026-02-31', 'flag-value', '`2026-02-31`'],
  ['build --now 2026-12-01', 'flag-value', 'a time with its zone'],
  ['build --now 2026-12-01T10:00', 'flag-value', 'a time with its zone'],
  ['build --base-url example.org', 'flag-value', 'an absolute address'],
  ['build --base-url ftp://example.org/', 'flag-value', 'an absolute address'],
  ['build --base-url https://example.org/?x', 'flag-value', 'an absolute address'],
  ['build --on-invalid skp', 'flag-value', '`--on-invalid skip`'],
  ['check --format xml', 'flag-value', '`pretty`, `json` or `github`'],
  ['build --quiet --verbose', 'flags-conflict', '`--quiet` and `--verbose`'],
  ['list --quiet --verbose', 'flags-conflict', '`--quiet` and `--verbose`'],
  ['build my-paper', 'argument-unexpected', '`--root`'],
  ['new Summit ends', 'argument-unexpected', 'in quotes'],
  ['new', 'argument-missing', 'dateline new "Summit ends without a deal"'],
  ['why', 'argument-missing', 'the address of a page'],
  ['init', 'argument-missing', 'dateline init my-paper'],
  ['related', 'argument-missing', '`--all`'],
  ['related x --all', 'flags-conflict', '`x` and `--all`'],
  ['related --all --json --explain', 'flags-conflict', '`--json` and `--explain`'],
  ['related x --score', 'flags-conflict', '`x` and `--score`'],
  ['related --all --score', 'flags-conflict', '`--all` and `--score`'],
  ['related --all --least 0.5', 'flag-alone', '`--score`'],
  ['related --score --least 2', 'flag-value', 'a number from 0 to 1'],
  ['list draft', 'flag-value', '`dateline list drafts`'],
  ['list --limit 0', 'flag-value', 'a whole number from 1'],
  ['list --limit 3.5', 'flag-value', 'a whole number from 1'],
  ['dev --port 65536', 'flag-value', 'a number from 0 to 65535'],
  ['dev --port x', 'flag-value', '`--port 8080`'],
  ['init x --url here', 'flag-value', 'an absolute address'],
  ['init x --language a_b', 'flag-value', 'the tag of a language'],
  ['init x --timezone Mars/Base', 'flag-value', '`--timezone Europe/Tirane`'],
  ['init .', 'folder-not-empty', 'Nothing was written'],
  ['build --root nowhere', 'no-site-folder', 'does not exist'],
  ['build --root a-file', 'no-site-folder', 'This is a file'],
];

describe('a wrong call', () => {
  test.each(WRONG)('dateline %s is told as %s, with status 2 and no trace', async (call, code, says) => {
    const { status, out, err } = await dateline(empty, call.split(' '));
    expect(err).toMatch(new RegExp(`^error \\S+.* ${code}\\n`));
    expect(err).toContain(says);
    expect(err).not.toMatch(/\n\s+at /);
    expect({ status, out }).toEqual({ status: 2, out: '' });
  });

  test.each(['build', 'list'])(
    'dateline %s is told of a SOURCE_DATE_EPOCH that is no time',
    async (command) => {
      const { status, err } = await dateline(newsroom().root, [command], {
        env: { SOURCE_DATE_EPOCH: 'abc' },
      });
      expect([status, err]).toEqual([2, expect.stringContaining('`SOURCE_DATE_EPOCH` cannot be `abc`')]);
    },
  );

  it('is one problem on stdout for programs that asked for JSON', async () => {
    const { status, out, err } = await dateline(empty, ['build', '--json', '--root', 'nowhere']);
    expect(JSON.parse(out)).toMatchObject({
      pages: 0,
      problems: [{ code: 'no-site-folder', file: 'nowhere' }],
    });
    expect({ status, err }).toEqual({ status: 2, err: '' });
  });

  test.each(['build', 'check', 'list', 'related --all', 'why /', 'new x', 'dev --port 0'])(
    'dateline %s in a folder without content/ says what is missing',
    async (call) => {
      const { status, err } = await dateline(empty, call.split(' '));
      expect(status).toBe(2);
      expect(err).toContain('no-site-folder');
      expect(err).toContain('it has no folder `content`');
    },
  );

  it('without a command is answered by all commands', async () => {
    const { status, err } = await dateline(empty, []);
    expect(status).toBe(2);
    expect(err).toContain('Usage: dateline COMMAND');
  });
});

describe('help', () => {
  it('goes to stdout with status 0, and fits a narrow screen', async () => {
    const { status, out, err } = await dateline(empty, ['build', '--help'], { width: 40 });
    expect({ status, err }).toEqual({ status: 0, err: '' });
    // A path or a call to copy is not torn.
    const wide = out
      .split('\n')
      .filter((line) => line.length > 40 && line.trim().includes(' ') && !line.startsWith('  dateline '));
    expect(wide).toEqual([]);
  });

  it('is the same by `help build` as by `build --help`', async () => {
    expect(await dateline(empty, ['help', 'build'])).toEqual(await dateline(empty, ['build', '--help']));
  });
});
