// Who is measured: each knows how to build the same newsroom, how to forget what it knew, and where its site is.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { NOW } from '../newsroom/articles.mjs';
import { run } from './run.mjs';

/** Where the list of related articles begins in a page, and what each of them looks like. */
const RELATED = { list: 'class="block related"', card: /class="card\b/g };

/**
 * Dateline as compiled in a folder that holds its package. One to compare with (`key: 'before'`) has a folder and a cache of its
 * own.
 */
export function dateline(home, { key = 'dateline', name = 'Dateline' } = {}) {
  const own = key === 'dateline';
  const main = join(home, 'dist/main.js');
  if (!existsSync(main)) throw new Error(`${main} is missing: run \`npm run compile\` in ${home} first`);
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const commit = spawnSync('git', ['-C', home, 'rev-parse', '--short', 'HEAD'], { encoding: 'utf8' });
  return {
    key,
    name,
    version: commit.status === 0 ? `${version} (${commit.stdout.trim()})` : version,
    home,
    related: RELATED,
    /** It goes by what earlier builds left: one that is not measured comes first. */
    keeps: true,
    out: (site) => join(site, own ? 'public' : key),
    forget(site) {
      for (const folder of own ? ['public', '.dateline'] : [key, '.before', '.dateline/out'])
        rmSync(join(site, folder), { recursive: true, force: true });
    },
    /** Builds, and gives the report of `--json` besides. */
    build(site, more = []) {
      const flags = ['build', '--root', site, '--now', NOW, '--json', ...more];
      if (!own) flags.push('--out', key, '--cache', '.before');
      const { stdout, ...figures } = run([process.execPath, main, ...flags]);
      return { ...figures, report: JSON.parse(stdout) };
    },
    serve: (site, port) => [process.execPath, main, 'dev', '--root', site, '--port', String(port)],
  };
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

/**
 * Eleventy with related articles by tags and section, our own Markdown and template libraries; null where it can't be
 * installed.
 *
 * @param dir where it is installed
 */
export function eleventy(dir) {
  const peer = join(import.meta.dirname, '../peers/eleventy');
  mkdirSync(dir, { recursive: true });
  cpSync(join(peer, 'package.json'), join(dir, 'package.json'));
  const installed = spawnSync('npm', ['install', '--silent', '--no-audit', '--no-fund'], { cwd: dir });
  if (installed.status !== 0) return null;
  const home = join(dir, 'node_modules/@11ty/eleventy');
  return {
    key: 'eleventy',
    name: 'Eleventy, 5 related',
    version: JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version,
    related: RELATED,
    out: (site) => join(site, 'eleventy-site'),
    forget: (site) => rmSync(join(site, 'eleventy-site'), { recursive: true, force: true }),
    build(site) {
      cpSync(peer, join(site, 'eleventy'), { recursive: true });
      const folders = ['--input=content/articles', '--output=eleventy-site'];
      const flags = ['--config=eleventy/eleventy.config.mjs', ...folders, '--quiet'];
      return run([process.execPath, join(home, 'cmd.cjs'), ...flags], { cwd: site });
    },
  };
}

/** Copying what was built: no generator can write it faster. */
export function copy(of) {
  const key = 'copy';
  return {
    key,
    name: `\`cp -r\` of ${of.name}'s site`,
    version: null,
    related: null,
    out: (site) => join(site, key),
    forget: (site) => rmSync(join(site, key), { recursive: true, force: true }),
    build: (site) => run(['cp', '-r', of.out(site), join(site, key)]),
  };
}

/**
 * Makes sure that a site has every article, and related news where it should: on a sample of articles from the middle of the
 * archive. Gives its files and bytes.
 */
export function inspect(entrant, site, newsroom) {
  const out = entrant.out(site);
  const page = (place) => join(out, newsroom.urlOf(place), 'index.html');
  for (let place = 0; place < newsroom.count; place++) {
    if (!existsSync(page(place))) throw new Error(`${entrant.name} made no ${newsroom.urlOf(place)}`);
  }
  if (entrant.related !== null) {
    for (let i = 0; i < 20; i++) {
      const place = Math.floor(newsroom.count * (0.4 + i / 50));
      const [, list = ''] = readFileSync(page(place), 'utf8').split(entrant.related.list);
      const cards = list.match(entrant.related.card)?.length ?? 0;
      if (cards < 5) throw new Error(`${entrant.name} shows ${cards} related at ${newsroom.urlOf(place)}`);
    }
  }
  let files = 0;
  let bytes = 0;
  for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    files += 1;
    bytes += statSync(join(entry.parentPath, entry.name)).size;
  }
  return { files, bytes };
}
