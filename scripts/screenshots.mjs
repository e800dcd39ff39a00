/*
 * npm run screenshots: builds the demo newsroom and the one in Arabic, and shows each kind of page in docs/images/theme/.
 *
 * Readers have Georgia and a system face that a build machine seldom has, so free faces of the same measures stand in for
 * them: npm fetches them into a folder for the time being. Without a network the machine's own are used, and it says so.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { SHOTS, TOGETHER } from './shots.mjs';

const REPOSITORY = join(import.meta.dirname, '..');
const IMAGES = join(REPOSITORY, 'docs/images');
const FOLDER = join(IMAGES, 'theme');
const NOW = '2026-11-24T15:00:00Z';
/** WebP of this quality is a tenth of a PNG, and no letter is blurred. */
const QUALITY = 72;

/** Name in style sheets, package and file of a face, weight, style. */
const FACES = [
  ['Georgia', 'gelasio', 'latin-400-normal', 400, 'normal'],
  ['Georgia', 'gelasio', 'latin-700-normal', 700, 'normal'],
  ['Georgia', 'gelasio', 'latin-400-italic', 400, 'italic'],
  ['Noto Naskh Arabic', 'noto-naskh-arabic', 'arabic-400-normal', 400, 'normal'],
  ['Noto Naskh Arabic', 'noto-naskh-arabic', 'arabic-700-normal', 700, 'normal'],
  ['Stand-in', 'inter', 'latin-400-normal', 400, 'normal'],
  ['Stand-in', 'inter', 'latin-600-normal', 600, 'normal'],
  ['Stand-in', 'inter', 'latin-700-normal', 700, 'normal'],
];

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.woff2': 'font/woff2',
};

const scratch = mkdtempSync(join(tmpdir(), 'dateline-screenshots-'));

function built(name, root) {
  const out = join(scratch, name);
  const main = join(REPOSITORY, 'dist/main.js');
  const options = [
    '--root',
    root,
    '--out',
    out,
    '--now',
    NOW,
    '--cache',
    join(scratch, `${name}-cache`),
    '--quiet',
  ];
  execFileSync(process.execPath, [main, 'build', ...options], { stdio: 'inherit' });
  return out;
}

/** The newsroom in Arabic, with the demo's pictures. */
function arabicRoot() {
  const root = join(scratch, 'arabic-root');
  cpSync(join(REPOSITORY, 'tests/arabic'), root, { recursive: true });
  cpSync(join(REPOSITORY, 'content/media'), join(root, 'content/media'), { recursive: true });
  return root;
}

/** A style sheet with faces that stand in for those of readers' devices. */
function standIns() {
  const packages = [...new Set(FACES.map(([, name]) => `@fontsource/${name}@5`))];
  const folder = join(scratch, 'faces');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{}');
  try {
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...packages], {
      cwd: folder,
      stdio: 'ignore',
      shell: process.platform === 'win32',
    });
  } catch {
    console.warn('No faces could be fetched: pages are shown in those of this machine.');
    return '';
  }
  const rules = FACES.map(([family, name, file, weight, style]) => {
    const path = join(folder, 'node_modules/@fontsource', name, 'files', `${name}-${file}.woff2`);
    const source = `data:font/woff2;base64,${readFileSync(path).toString('base64')}`;
    return `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};src:url(${source})}`;
  });
  return `${rules.join('\n')}\n:root{--ui:"Stand-in",system-ui,sans-serif}`;
}

/** Serves the folders as hosts of their own. */
async function serve(folder) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').replace(/[?#].*$/, ''));
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    const found = existsSync(file);
    response.writeHead(found ? 200 : 404, { 'content-type': TYPES[extname(file)] ?? 'text/plain' });
    response.end(found ? readFileSync(file) : undefined);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

async function launch() {
  const installed = [process.env.DATELINE_BROWSER, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    (path) => path !== undefined && existsSync(path),
  );
  const args = ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb', '--hide-scrollbars'];
  if (installed !== undefined) return chromium.launch({ executablePath: installed, args });
  const { default: packed } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await packed.executablePath(), args: [...packed.args, ...args] });
}

/** A page as a picture, in base64. */
async function shown(page, session, url, shot, css, format = 'webp') {
  await page.setViewportSize({ width: shot.width, height: shot.height });
  await page.emulateMedia({ colorScheme: shot.scheme ?? 'light', media: shot.media ?? 'screen' });
  await page.goto(url + shot.path, { waitUntil: 'networkidle' });
  if (css !== '') await page.addStyleTag({ content: css });
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 80))));
  const { data } = await session.send('Page.captureScreenshot', { format, quality: QUALITY });
  return data;
}

const sites = { demo: built('demo', REPOSITORY), arabic: built('arabic', arabicRoot()) };
const css = standIns();
const servers = Object.fromEntries(
  await Promise.all(Object.entries(sites).map(async ([name, folder]) => [name, await serve(folder)])),
);
const browser = await launch();
try {
  // Pages let no style in but their own, and here faces stand in for those of readers' devices.
  const page = await browser.newPage({ bypassCSP: true });
  const session = await page.context().newCDPSession(page);
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  let bytes = 0;
  for (const shot of SHOTS) {
    const picture = Buffer.from(await shown(page, session, servers[shot.site].url, shot, css), 'base64');
    writeFileSync(join(FOLDER, `${shot.name}.webp`), picture);
    bytes += picture.length;
  }
  const parts = [];
  for (const shot of TOGETHER)
    parts.push([shot, await shown(page, session, servers[shot.site].url, shot, css, 'png')]);
  await page.setViewportSize({ width: 1280 + 400 + 72, height: 940 + 48 });
  await page.emulateMedia({ colorScheme: 'light', media: 'screen' });
  await page.setContent(
    `<body style="margin:24px;display:flex;gap:24px;background:#d9d7d1">${parts
      .map(([{ width }, data]) => `<img width="${width}" src="data:image/png;base64,${data}">`)
      .join('')}`,
    { waitUntil: 'load' },
  );
  const { data } = await session.send('Page.captureScreenshot', { format: 'jpeg', quality: QUALITY });
  writeFileSync(join(IMAGES, 'demo.jpg'), Buffer.from(data, 'base64'));
  console.log(`${SHOTS.length} pictures in docs/images/theme/, ${Math.round(bytes / 1024)} KB`);
} finally {
  await browser.close();
  for (const server of Object.values(servers)) server.close();
  rmSync(scratch, { recursive: true, force: true });
}
