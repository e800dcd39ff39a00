// From save to the new page served, by a server that watches the newsroom.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A port that nobody listens on. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

const ask = (port, path) =>
  new Promise((resolve) => {
    get({ host: '127.0.0.1', port, path, agent }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode, text }));
    }).on('error', () => resolve({ status: 0, text: '' }));
  });

/** Milliseconds until the page says the words. */
async function waitFor(port, path, words, limit) {
  const start = performance.now();
  for (;;) {
    const { status, text } = await ask(port, path);
    const passed = performance.now() - start;
    if (status === 200 && text.includes(words)) return passed;
    if (passed > limit) throw new Error(`${path} did not show “${words}” within ${limit} ms`);
    await sleep(2);
  }
}

/**
 * Starts the entrant's server, edits articles from all over the archive, one after the other, and asks for the page of each until
 * it shows the edit. Gives the seconds until the first page was served and the milliseconds of each save.
 *
 * @param saves how many edits are measured; with 0 the start alone is
 * @param pause milliseconds between a page that was served and the next save
 */
export async function measureDev(entrant, site, newsroom, { saves = 30, pause = 250 } = {}) {
  const limit = 120_000 + newsroom.count * 5;
  const port = await freePort();
  const [command, ...args] = entrant.serve(site, port);
  const start = performance.now();
  const log = join(site, 'server.log');
  const output = openSync(log, 'w');
  const server = spawn(command, args, { cwd: site, stdio: ['ignore', output, output], detached: true });
  const ended = once(server, 'exit');
  const changed = new Map();
  try {
    await waitFor(port, newsroom.urlOf(newsroom.count - 1), '</html>', limit);
    const ready = (performance.now() - start) / 1000;
    const times = [];
    if (saves === 0) return { ready, times };
    await sleep(1000);
    for (let save = -2; save < saves; save++) {
      const place = Math.floor(((Math.abs(save) * 7919) % 1000) * (newsroom.count / 1000));
      const file = join(site, 'content/articles', newsroom.article(place).path);
      if (!changed.has(file)) changed.set(file, readFileSync(file));
      const words = `Saved as edit ${save + 2}.`;
      await sleep(pause);
      appendFileSync(file, `\n${words}\n`);
      const time = await waitFor(port, newsroom.urlOf(place), words, limit);
      // The first two find the server cold.
      if (save >= 0) times.push(time);
    }
    return { ready, times };
  } catch (error) {
    const said = readFileSync(log, 'utf8').slice(-2000);
    throw new Error(`${entrant.name}: ${error.message}. Its server said:\n${said}`, { cause: error });
  } finally {
    if (server.exitCode === null) process.kill(-server.pid, 'SIGTERM');
    await ended;
    closeSync(output);
    for (const [file, text] of changed) writeFileSync(file, text);
  }
}
