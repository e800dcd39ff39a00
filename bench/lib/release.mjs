// The last release of Dateline, or any other commit, taken out of git and compiled beside the newsrooms.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { passing } from './files.mjs';
import { run } from './run.mjs';

/** What git answers; null where it has no answer. */
function git(repository, ...args) {
  const { status, stdout } = spawnSync('git', ['-C', repository, ...args], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

/** The commit of a folder that git knows, and whether its code was changed since; null for one that is no repository itself. */
export function commitOf(home) {
  if (git(home, 'rev-parse', '--show-prefix') !== '') return null;
  const commit = git(home, 'rev-parse', '--short', 'HEAD');
  const changed = git(home, 'status', '--porcelain', '--', 'src', 'templates', 'package-lock.json');
  return commit === null ? null : changed ? `${commit}, changed` : commit;
}

/**
 * The release to compare with: the one that is asked for, else the newest tag `v*` before the commit at hand.
 *
 * @param ref a tag, a branch or a commit; null for the newest release
 * @returns `{ commit, name }`; throws one line where there is none
 */
export function findRelease(repository, ref) {
  if (git(repository, 'rev-parse', 'HEAD') === null)
    throw new Error('There is no git history here, so no release of Dateline to compare with.');
  // A candidate (`v1.0.0-rc.1`) comes before its release. At a release itself, the one before it is meant.
  const newest = [
    '--merged',
    'HEAD',
    '--no-contains',
    'HEAD',
    '--sort=-version:refname',
    '--list',
    'v[0-9]*',
  ];
  const wanted =
    ref ?? (git(repository, '-c', 'versionsort.suffix=-', 'tag', ...newest) ?? '').split('\n')[0];
  if (wanted === '')
    throw new Error(
      'There is no release of Dateline yet to compare with: no tag v* stands before this commit (--release REF takes any commit).',
    );
  const commit = git(
    repository,
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${wanted}^{commit}`,
  );
  if (commit === null || commit === '')
    throw new Error(`There is no commit “${wanted}” here to compare with: left out.`);
  const tag = git(repository, 'show-ref', '--verify', `refs/tags/${wanted}`) !== null;
  return { commit, name: tag ? wanted.replace(/^v(?=\d)/, '') : commit.slice(0, 7) };
}

/**
 * A folder with that commit, compiled as its own `package.json` says. It stays for the next run; one that was not finished is
 * never taken for whole.
 *
 * @param dir where it is made
 * @param options who is told of it (`log`), and the npm that installs it
 */
export async function compileRelease(repository, { commit, name }, dir, { log, npm = 'npm' }) {
  const home = join(dir, `release-${commit.slice(0, 12)}`);
  if (existsSync(home)) return home;
  log(`Dateline ${name} is being compiled`);
  const part = `${home}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  const clear = passing(part);
  try {
    const archive = join(part, 'release.tar');
    await run(['git', '-C', repository, 'archive', '--format=tar', '--output', archive, commit]);
    await run(['tar', '-xf', archive, '-C', part]);
    rmSync(archive);
    await run([npm, 'ci', '--include=dev', '--no-audit', '--no-fund'], { cwd: part });
    // `npm ci` does it too, where the package says so.
    if (!existsSync(join(part, 'dist/main.js'))) await run([npm, 'run', 'compile'], { cwd: part });
    // Browsers and checkers of its tests would fill the memory that is measured in.
    await run([npm, 'prune', '--omit=dev', '--ignore-scripts', '--no-audit'], { cwd: part });
    if (!existsSync(join(part, 'dist/main.js'))) throw new Error('it has no dist/main.js');
    renameSync(part, home);
    return home;
  } catch (error) {
    throw new Error(`Dateline ${name} could not be compiled: ${faultOf(error)}`, { cause: error });
  } finally {
    clear();
  }
}

/** What went wrong first: npm ends with many lines of its own, and compilers tell each fault that follows from the first. */
function faultOf({ message, stdout = '', stderr = '' }) {
  const compiler = stdout.split('\n').find((line) => /\berror\b/i.test(line));
  const ofNpm = stderr
    .split('\n')
    .map((line) => line.replace(/^npm (?:error|ERR!)/, '').trim())
    .find(
      (line) => line !== '' && !/^(?:npm |code |path |command |errno |syscall |A complete log)/.test(line),
    );
  return (compiler ?? ofNpm)?.slice(0, 300) ?? message;
}
