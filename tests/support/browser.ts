import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { build } from '../../src/build/pipeline.js';
import type { Ports } from '../../src/build/ports.js';
import { readSite } from '../../src/build/read.js';
import type { BuildOptions } from '../../src/build/result.js';
import { createStageClock } from '../../src/build/stage-clock.js';
import { createFiles } from '../../src/edges/files/index.js';
import { createPictureSizes } from '../../src/edges/pictures/index.js';
import { createMemoryStore } from '../../src/edges/store/index.js';
import { createTemplateSource } from '../../src/edges/theme.js';
import type { Site } from '../../src/model/site.js';
import { createMemoryPublisher } from './memory-publisher.js';
import { NOW } from './site.js';

export const REPOSITORY = join(import.meta.dirname, '../..');

function inMemory(root: string): Ports & { readonly publisher: ReturnType<typeof createMemoryPublisher> } {
  return {
    files: createFiles(root),
    pictures: createPictureSizes(root),
    templates: createTemplateSource(root),
    store: createMemoryStore(),
    publisher: createMemoryPublisher(root),
    reporter: { stage() {}, tick() {} },
    stopwatch: () => 0,
  };
}

const optionsAt = (now: number): BuildOptions => ({
  now,
  onInvalid: 'fail',
  show: { drafts: false, future: false, expired: false },
});

/** A newsroom's folder as later stages see it. */
export async function siteIn(root: string, now = NOW): Promise<Site> {
  const ports = inMemory(root);
  const { assembled, problems } = await readSite(optionsAt(now), ports, createStageClock(ports));
  if (assembled === null) throw new Error(JSON.stringify(problems, null, 2));
  return assembled.site;
}

/** Builds a newsroom's folder in memory; gives its files by path. */
export async function buildInMemory(root: string, now = NOW): Promise<ReadonlyMap<string, Uint8Array>> {
  const ports = inMemory(root);
  const { publisher } = ports;
  const result = await build(optionsAt(now), ports);
  if (result.outcome !== 'done') throw new Error(JSON.stringify(result.problems, null, 2));
  return publisher.files;
}

let demo: ReturnType<typeof buildInMemory> | undefined;

/** The demo newsroom, built once for all files of tests that look at it. */
export function builtDemo(): ReturnType<typeof buildInMemory> {
  demo ??= buildInMemory(REPOSITORY);
  return demo;
}

let browser: Promise<Browser> | undefined;

/** The browser of this process, started once for all files of tests that need one; it ends with the process. */
export function openBrowser(): Promise<Browser> {
  browser ??= launch();
  return browser;
}

/** Closes all pages that a file has opened, with what they have stored. */
export async function closePages(): Promise<void> {
  await Promise.all((await browser)?.contexts().map((context) => context.close()) ?? []);
}

/** The machine's Chromium, else the one inside an npm package, which needs no download. */
async function launch(): Promise<Browser> {
  const installed = [process.env.DATELINE_BROWSER, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    (path) => path !== undefined && existsSync(path),
  );
  if (installed !== undefined) {
    return chromium.launch({
      executablePath: installed,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
    });
  }
  const { default: packed } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await packed.executablePath(), args: packed.args });
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.js': 'text/javascript; charset=utf-8',
};

/** Serves a site from memory as a plain host would. */
export async function serve(
  files: ReadonlyMap<string, Uint8Array>,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').replace(/[?#].*$/, '')).slice(1);
    const name = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    const content = files.get(name);
    const type = TYPES[extname(content === undefined ? '404.html' : name)] ?? 'text/plain';
    response.writeHead(content === undefined ? 404 : 200, { 'content-type': type });
    response.end(content ?? files.get('404.html'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
