// From save to the new page served, by a server that watches the newsroom.
import { once } from 'node:events';
import { appendFileSync, closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endOf, start, stop } from './run.mjs';

/** A port that nobody listens on. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** What is served, as far as it came: a connection that breaks, or an answer that never ends, is no page. */
const ask = ({ port, agent }, path, signal) =>
  new Promise((resolve) => {
    get({ host: '127.0.0.1', port, path, agent, signal }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode, text }));
      response.on('error', () => {});
    })
      .on('error', () => {})
      .on('close', () => resolve({ status: 0, text: '' }));
  });

/** Starts a server; `gone` says when it has ended, and how. */
async function startServer([command, ...args], { cwd, port, log }) {
  const output = openSync(log, 'w');
  const child = start(command, args, { cwd, stdio: ['ignore', output, output] });
  closeSync(output);
  const gone = new AbortController();
  const said = () => readFileSync(log, 'utf8').slice(-2000);
  child.once('error', (error) => gone.abort(`could not be started: ${error.message}`));
  child.once('exit', (code, signalled) => gone.abort(endOf(code, signalled, said())));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    port,
    agent,
    said,
    gone: gone.signal,
    async stop() {
      await stop(child);
      agent.destroy();
    },
  };
}

/** Milliseconds until the page is as it should be. Throws where the server ends before, or where it takes too long. */
async function waitFor(server, path, isGood, limit, missed, every = 2) {
  const began = performance.now();
  const signal = AbortSignal.any([AbortSignal.timeout(limit), server.gone]);
  while (!signal.aborted) {
    const { status, text } = await ask(server, path, signal);
    if (status === 200 && isGood(text)) return performance.now() - began;
    await sleep(every);
  }
  throw new Error(server.gone.aborted ? server.gone.reason : `${missed} within ${limit / 1000} s`);
}

/**
 * Starts the entrant's server, edits articles from all over the archive, one after the other, and asks for the page of each until
 * it shows the edit.
 *
 * Gives the seconds until anything was served (`first`, also of an earlier build, where the entrant says so in the page) and until the
 * newsroom as it is was (`ready`), null where it was not, the milliseconds of each save that was shown
 * (`times`), and what was missed (`missed`: null, or an error that says so).
 *
 * @param saves how many edits are measured; with 0 the start alone is
 * @param pause milliseconds between a page that was served and the next save
 * @param patience milliseconds that the server has to show an edit
 * @param patienceAtStart milliseconds that it has to serve its first page
 */
export async function measureDev(entrant, site, newsroom, options = {}) {
  const { saves = 30, pause = 250, patience = 60_000, settling = 1000 } = options;
  const { patienceAtStart = 120_000 + newsroom.count * 5 } = options;
  const port = await freePort();
  const command = entrant.serve(site, port);
  const articles = join(entrant.root?.(site) ?? site, 'content/articles');
  const began = performance.now();
  const server = await startServer(command, { cwd: site, port, log: join(site, 'server.log') });
  const changed = new Map();
  const figures = { first: null, ready: null, times: [], missed: null };
  try {
    const newest = newsroom.urlOf(newsroom.count - 1);
    const late = 'did not serve its first page';
    const sinceStart = () => (performance.now() - began) / 1000;
    const isPage = (text) => text.includes('</html>');
    const isOwn = (text) => isPage(text) && entrant.isEarlier?.(text) !== true;
    await waitFor(server, newest, isPage, patienceAtStart, late);
    figures.first = sinceStart();
    // Not every 2 ms: it would answer that instead of reading.
    await waitFor(server, newest, isOwn, patienceAtStart, late, 50);
    figures.ready = sinceStart();
    if (saves > 0) await sleep(settling);
    for (let save = -2; save < saves && saves > 0; save++) {
      const place = Math.floor(((Math.abs(save) * 7919) % 1000) * (newsroom.count / 1000));
      const file = join(articles, newsroom.article(place).path);
      if (!changed.has(file)) changed.set(file, readFileSync(file));
      const words = `Saved as edit ${save + 2}.`;
      await sleep(pause);
      appendFileSync(file, `\n${words}\n`);
      const time = await waitFor(
        server,
        newsroom.urlOf(place),
        (text) => text.includes(words),
        patience,
        'did not show the edit',
      );
      // The first two find the server cold.
      if (save >= 0) figures.times.push(time);
    }
  } catch (error) {
    figures.missed = Object.assign(error, { detail: server.said() });
  } finally {
    await server.stop();
    for (const [file, text] of changed) writeFileSync(file, text);
  }
  return figures;
}
