import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../support/temp.js';

const LIB = join(import.meta.dirname, '../../bench/lib');

interface Release {
  commit: string;
  name: string;
}
interface Compiling {
  log(text: string): void;
  npm: string;
}
interface Entrant {
  version: string;
  out(site: string): string;
  forget(site: string): void;
  build(site: string): Promise<{ report: { added: number } }>;
}
const { findRelease, compileRelease }: Functions = await import(join(LIB, 'release.mjs'));
interface Functions {
  findRelease(repository: string, ref: string | null): Release;
  compileRelease(repository: string, release: Release, dir: string, options: Compiling): Promise<string>;
}
const { dateline }: { dateline(home: string, options: object): Entrant } = await import(
  join(LIB, 'entrants.mjs')
);

const repository = tempFolder('repository');
const git = (...args: string[]): string =>
  execFileSync('git', ['-C', repository, '-c', 'user.name=A', '-c', 'user.email=a@a.example', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
const put = (path: string, text: string): void => {
  mkdirSync(join(repository, path, '..'), { recursive: true });
  writeFileSync(join(repository, path), text);
};
const commit = (...tags: string[]): void => {
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '--message', 'A step');
  for (const tag of tags) git('tag', tag);
};
const thrownBy = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    return String(error);
  }
  return 'nothing';
};

/** A generator whose site is the list of its articles, one file for each. */
const MAIN = `import { cpSync, readdirSync, rmSync } from 'node:fs';
const root = process.argv[process.argv.indexOf('--root') + 1];
rmSync(root + '/public', { recursive: true, force: true });
cpSync(root + '/content', root + '/public', { recursive: true });
console.log(JSON.stringify({ added: readdirSync(root + '/public').length }));
`;
/** The npm of these tests, which needs no network and no second: it compiles where there is a lock file. */
const npm = join(tempFolder('npm'), 'npm');
writeFileSync(
  npm,
  `#!/bin/sh
case $1 in
  ci) [ -f package-lock.json ] || { printf "npm error code EUSAGE\\nnpm error\\nnpm error There is no lock file\\nnpm error Clean install\\n" >&2; exit 1; } ;;
  run) cp -r src dist ;;
esac
`,
  { mode: 0o755 },
);
const PACKAGE = { name: 'dateline', version: '0.10.0' };

git('init', '--quiet', '--initial-branch=main');
commit();
const untagged = thrownBy(() => findRelease(repository, null));
put('package.json', JSON.stringify(PACKAGE));
commit('v0.9.0', 'v0.10.0-rc.1', 'versions');
put('package-lock.json', '{}');
put('src/main.js', MAIN);
commit('v0.10.0');
git('checkout', '--quiet', '-b', 'later');
commit('v0.12.0');
git('checkout', '--quiet', 'main');
commit('v0.11.0');

describe('the release that is compared with', () => {
  it('is the newest tag before this commit, or what is asked for', () => {
    expect(untagged).toContain('There is no release of Dateline yet to compare with');
    expect(findRelease(repository, null)).toEqual({
      commit: git('rev-parse', 'v0.10.0').trim(),
      name: '0.10.0',
    });
    expect(findRelease(repository, 'v0.12.0').name).toBe('0.12.0');
    expect(findRelease(repository, 'HEAD~1').name).toBe(git('rev-parse', 'v0.10.0').slice(0, 7));
    for (const ref of ['v9', '--all', 'HEAD:src'])
      expect(thrownBy(() => findRelease(repository, ref))).toContain(`There is no commit “${ref}” here`);
    expect(thrownBy(() => findRelease(tempFolder('elsewhere'), null))).toContain('There is no git history');
  });

  it('is compiled once, and builds a copy of the newsroom that follows it', async () => {
    const dir = tempFolder('run');
    const said: string[] = [];
    const compiled = () =>
      compileRelease(repository, findRelease(repository, null), dir, {
        log: (text) => said.push(text),
        npm,
      });
    const home = await compiled();
    expect(await compiled()).toBe(home);
    expect(said).toEqual(['Dateline 0.10.0 is being compiled']);

    const site = tempFolder('site');
    const release = dateline(home, { key: 'release', name: 'Dateline 0.10.0', commit: 'abc1234' });
    expect(release.version).toBe('0.10.0 (abc1234)');
    const write = (path: string, text: string) => writeFileSync(join(site, 'content', path), text);
    mkdirSync(join(site, 'content/a/b'), { recursive: true });
    write('a/b/deep.md', 'deep');
    write('first.md', 'one');
    write('second.md', 'two');
    expect((await release.build(site)).report.added).toBe(3);
    const made = (path: string) => {
      const file = join(release.out(site), path);
      return existsSync(file) ? readFileSync(file, 'utf8') : null;
    };
    expect([made('a/b/deep.md'), made('first.md'), made('second.md')]).toEqual(['deep', 'one', 'two']);
    // Its own: nothing of it stands where the other builds.
    expect(existsSync(join(site, 'public'))).toBe(false);

    // Of the same length, at another time; one that becomes a folder; one that is gone.
    write('first.md', 'uno');
    utimesSync(join(site, 'content/first.md'), 1e9, 1e9);
    rmSync(join(site, 'content/a'), { recursive: true });
    rmSync(join(site, 'content/second.md'));
    mkdirSync(join(site, 'content/second.md'));
    write('second.md/third.md', 'three');
    await release.build(site);
    expect([made('a/b/deep.md'), made('first.md'), made('second.md/third.md')]).toEqual([
      null,
      'uno',
      'three',
    ]);
    release.forget(site);
    expect(made('first.md')).toBeNull();
  });

  it('is told of in one line where it can’t be compiled', async () => {
    const dir = tempFolder('run');
    const old = findRelease(repository, 'v0.9.0');
    const error = await compileRelease(repository, old, dir, { log() {}, npm }).catch(
      (reason: unknown) => reason,
    );
    expect(String(error)).toBe('Error: Dateline 0.9.0 could not be compiled: There is no lock file');
    expect(existsSync(join(dir, `release-${old.commit.slice(0, 12)}.part`))).toBe(false);
  });
});
