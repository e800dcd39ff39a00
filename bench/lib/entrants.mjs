// Who is measured: each knows how to build the same newsroom, how to forget what it knew, and where its site is.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { NOW } from '../newsroom/articles.mjs';
import { eachFile, mirror } from './files.mjs';
import { commitOf } from './release.mjs';
import { run } from './run.mjs';

/** Where the list of related articles begins in a page, and what each of them looks like. */
const RELATED = { list: 'class="block related"', card: /class="card\b/g };

/**
 * Dateline as compiled in a folder that holds its package. One to compare with (another `key`) has a copy of the newsroom, so that
 * its site, its cache and its state are its own.
 *
 * @param commit what the package was made from; by default what git says of the folder
 */
export function dateline(home, { key = 'dateline', name = 'Dateline', commit = commitOf(home) } = {}) {
  const own = key === 'dateline';
  const main = join(home, 'dist/main.js');
  if (!existsSync(main)) throw new Error(`${main} is missing: run \`npm run compile\` in ${home} first`);
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const root = (site) => (own ? site : join(site, key));
  const command = (site, ...flags) => [process.execPath, main, ...flags, '--root', root(site), '--now', NOW];
  /** Before anything is timed, an edit of the newsroom comes to the copy. */
  const follow = (site) => {
    if (!own) mirror(join(site, 'content'), join(root(site), 'content'));
  };
  return {
    key,
    name,
    /** The name beside the version, where that says all that the name does. */
    product: key === 'release' ? 'Dateline' : name,
    version: commit === null ? version : `${version} (${commit})`,
    home,
    related: RELATED,
    feed: 'feed.xml',
    /** It goes by what earlier builds left: one that is not measured comes first. */
    keeps: true,
    root,
    out: (site) => join(root(site), 'public'),
    forget(site) {
      for (const folder of ['public', '.dateline'])
        rmSync(join(root(site), folder), { recursive: true, force: true });
    },
    /** Builds, and gives the report of `--json` besides. */
    async build(site, more = []) {
      follow(site);
      try {
        const { stdout, ...figures } = await run([...command(site, 'build', '--json'), ...more]);
        return { ...figures, report: JSON.parse(stdout) };
      } catch (error) {
        throw firstProblem(error);
      }
    },
    serve(site, port) {
      follow(site);
      return command(site, 'dev', '--port', String(port));
    },
    /** Until it has read the newsroom it shows what was published, with a note. */
    isEarlier: (page) => page.includes('This is the last build.'),
  };
}

/** A build that found something wrong says so in its report, not in its last line. */
function firstProblem(error) {
  try {
    const { file, message } = JSON.parse(error.stdout).problems.find(({ severity }) => severity === 'error');
    error.detail = undefined;
    error.message = `its build failed: ${file === null ? '' : `${file}: `}${message}`;
  } catch {
    // It did not come as far as a report.
  }
  return error;
}

/** Hugo with related articles by tags and section, or without any. */
export function hugo(command, { related }) {
  const { status, stdout } = spawnSync(command, ['version'], { encoding: 'utf8' });
  if (status !== 0) return null;
  const key = related ? 'hugo' : 'hugo-plain';
  const configuration = related ? 'hugo.toml' : 'hugo-plain.toml,hugo.toml';
  const flags = (site) => ['--source', site, '--config', configuration, '--clock', NOW];
  return {
    key,
    name: related ? 'Hugo, 5 related' : 'Hugo, none related',
    version: /v(\d+\.\d+\.\d+)/.exec(stdout)?.[1] ?? stdout.trim(),
    related: related ? RELATED : null,
    feed: 'index.xml',
    out: (site) => join(site, key),
    forget(site) {
      for (const folder of [key, 'resources']) rmSync(join(site, folder), { recursive: true, force: true });
    },
    build: (site) => run([command, ...flags(site), '--destination', key, '--quiet']),
    serve: (site, port) => [
      command,
      'server',
      ...flags(site),
      '--port',
      String(port),
      '--disableBrowserError',
    ],
  };
}

const PATIENCE = 15 * 60_000;

/** What npm installs for a peer into a folder of its own: its package and version there; null where that does not work. */
function installed(peer, dir, name) {
  mkdirSync(dir, { recursive: true });
  cpSync(join(peer, 'package.json'), join(dir, 'package.json'));
  const flags = ['install', '--silent', '--no-audit', '--no-fund'];
  const { status } = spawnSync('npm', flags, { cwd: dir, timeout: PATIENCE });
  const home = join(dir, 'node_modules', name);
  if (status !== 0 || !existsSync(home)) return null;
  return { home, version: JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version };
}

/**
 * Eleventy with related articles by tags and section, our own Markdown and template libraries; null where it can't be
 * installed.
 *
 * @param dir where it is installed
 */
export function eleventy(dir) {
  const peer = join(import.meta.dirname, '../peers/eleventy');
  const found = installed(peer, dir, '@11ty/eleventy');
  if (found === null) return null;
  return {
    key: 'eleventy',
    name: 'Eleventy, 5 related',
    version: found.version,
    related: RELATED,
    feed: 'index.xml',
    out: (site) => join(site, 'eleventy-site'),
    forget: (site) => rmSync(join(site, 'eleventy-site'), { recursive: true, force: true }),
    async build(site) {
      cpSync(peer, join(site, 'eleventy'), { recursive: true });
      const folders = ['--input=content/articles', '--output=eleventy-site'];
      const flags = ['--config=eleventy/eleventy.config.mjs', ...folders, '--quiet'];
      return run([process.execPath, join(found.home, 'cmd.cjs'), ...flags], { cwd: site });
    },
  };
}

/**
 * Astro with related articles by tags and section, its own Markdown and its incremental build, run by the Node that npm installs
 * beside it, since it wants a newer one than Dateline; null where it can't be installed or does not start.
 *
 * @param dir where it is installed
 */
export function astro(dir) {
  const peer = join(import.meta.dirname, '../peers/astro');
  const found = installed(peer, dir, 'astro');
  const node = join(dir, 'node_modules/node/bin/node');
  const started = spawnSync(node, ['--version'], { encoding: 'utf8' });
  if (found === null || started.status !== 0) return null;
  const env = { ASTRO_TELEMETRY_DISABLED: '1' };
  const main = join(found.home, 'bin/astro.mjs');
  const project = (site) => join(site, 'astro');
  if (spawnSync(node, [main, '--version'], { env: { ...process.env, ...env } }).status !== 0) return null;
  return {
    key: 'astro',
    name: 'Astro, 5 related',
    version: `${found.version} on Node ${started.stdout.trim().slice(1)}`,
    related: RELATED,
    feed: 'index.xml',
    /** Finished pages and the Markdown that was read stay in its cache. */
    keeps: true,
    out: (site) => join(project(site), 'dist'),
    forget: (site) => rmSync(project(site), { recursive: true, force: true }),
    async build(site) {
      const root = project(site);
      if (!existsSync(root)) {
        cpSync(peer, root, { recursive: true });
        symlinkSync(join(dir, 'node_modules'), join(root, 'node_modules'));
      }
      return run([node, main, 'build', '--silent'], { cwd: root, env });
    },
  };
}

/** Copies what was built, and removes the copy: no generator can write it faster. */
export async function floor(entrant, site) {
  const copy = join(site, 'copy');
  rmSync(copy, { recursive: true, force: true });
  try {
    return await run(['cp', '-r', entrant.out(site), copy]);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** How many related articles a page must show in the mean of a sample; a small archive has less that belongs together. */
const leastRelated = (count) => (count < 100 ? 0 : count < 1000 ? 1 : 4);
const SAMPLE = 20;

/**
 * Makes sure that a site has the home page, a feed and every article; and on a sample of articles from the middle of the archive
 * that their sections have a page and, where it should be, that related news are shown. Gives its files and bytes, and how many
 * related articles a page shows in the mean.
 */
export function inspect(entrant, site, newsroom) {
  const out = entrant.out(site);
  const page = (place) => join(out, newsroom.urlOf(place), 'index.html');
  const want = (path) => {
    if (!existsSync(join(out, path))) throw new Error(`${entrant.name} made no ${path}`);
  };
  want('index.html');
  want(entrant.feed);
  for (let place = 0; place < newsroom.count; place++) want(join(newsroom.urlOf(place), 'index.html'));
  let cards = 0;
  for (let i = 0; i < SAMPLE; i++) {
    const place = Math.floor(newsroom.count * (0.4 + i / 50));
    want(join(newsroom.article(place).path.split('/')[0], 'index.html'));
    if (entrant.related === null) continue;
    const [, list = ''] = readFileSync(page(place), 'utf8').split(entrant.related.list);
    cards += list.match(entrant.related.card)?.length ?? 0;
  }
  const related = entrant.related === null ? null : cards / SAMPLE;
  if (related !== null && related < leastRelated(newsroom.count))
    throw new Error(`${entrant.name} shows ${related} related articles in the mean of ${SAMPLE} pages`);
  let files = 0;
  let bytes = 0;
  eachFile(out, (path) => {
    files += 1;
    bytes += statSync(path).size;
  });
  return { files, bytes, related };
}
