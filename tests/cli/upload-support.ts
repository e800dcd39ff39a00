import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { type BrokenLink, linksOf } from '../support/links.js';
import { SITE } from '../support/push.js';
import { BIN } from './support.js';

const OPERATIONS = fileURLToPath(new URL('../../docs/operations.md', import.meta.url));

/** The recipe of the handbook that begins a code block and names this program. */
export function recipe(program: string): string {
  const blocks = readFileSync(OPERATIONS, 'utf8').matchAll(/```sh\n(.*?)```/gs);
  for (const [, text = ''] of blocks) if (text.includes(`${program} `)) return text;
  throw new Error(`The handbook has no recipe with ${program}.`);
}

const isInstalled = (program: string): boolean => {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** Programs that stand for the other machine, which is a folder here; without rsync, its work is done by cp. */
export function programs(folder: string): string {
  const rsync = isInstalled('rsync') ? 'exec "$real" "$@"' : 'shift 2; exec cp -R "$1." "$2"';
  const scripts = {
    ssh: 'shift; exec sh -c "$*"',
    scp: `exec cp "$2" "\${3#host:}"`,
    // A moment for readers between two steps.
    rsync: `real=$(PATH=\${PATH#*:} command -v rsync) || :
sleep 0.3
for last; do :; done
set -- "$1" "$2" "$3" "\${last#host:}"
${rsync}`,
    npx: `shift; exec ${JSON.stringify(process.execPath)} ${JSON.stringify(BIN)} "$@"`,
  };
  mkdirSync(folder);
  for (const [name, text] of Object.entries(scripts))
    writeFileSync(join(folder, name), `#!/bin/sh\nset -eu\n${text}\n`, { mode: 0o755 });
  return folder;
}

/** Asks a server for pages and all that they link to, as readers would, until it is told to stop. */
export async function readAll(address: string, known: readonly string[], isOver: () => boolean) {
  const wrong = new Map<string, BrokenLink>();
  let asked = 0;
  const get = async (path: string): Promise<string | null> => {
    asked += 1;
    const response = await fetch(`${address}/${path}`);
    return response.ok ? response.text() : null;
  };
  while (!isOver()) {
    const seen = new Set<string>();
    const open = [...known];
    for (let from = open.pop(); from !== undefined && !isOver(); from = open.pop()) {
      if (seen.has(from)) continue;
      seen.add(from);
      const html = await get(from);
      for (const to of html === null ? [] : linksOf(html, from, SITE)) {
        // A link counts as broken where the page still has it after it was found to lead nowhere.
        if ((await get(to)) === null && (await get(from)) === html) wrong.set(`${from} ${to}`, { from, to });
        else if (to.endsWith('.html')) open.push(to);
      }
    }
  }
  return { asked, wrong: [...wrong.values()] };
}

/** nginx before a folder; null where it is not installed. */
export async function serve(folder: string, state: string): Promise<string | null> {
  if (!isInstalled('nginx')) return null;
  const port = await freePort();
  mkdirSync(state);
  const own = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  writeFileSync(
    join(state, 'nginx.conf'),
    `daemon off; worker_processes 1; pid ${state}/pid; error_log ${state}/errors;
${process.getuid?.() === 0 ? 'user root;' : ''}
events {}
http {
  access_log off;
  ${own.map((name) => `${name}_temp_path ${state}/${name};`).join(' ')}
  server { listen 127.0.0.1:${port}; root ${folder}; }
}
`,
  );
  const server = spawn('nginx', ['-p', state, '-c', join(state, 'nginx.conf')], { stdio: 'ignore' });
  onTestFinished(() => void server.kill('SIGTERM'));
  const address = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 200; tries++) {
    const answers = await fetch(address).then(
      () => true,
      () => false,
    );
    if (answers) return address;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(readFileSync(`${state}/errors`, 'utf8'));
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
