import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Content } from '../build/live.js';
import type { Problem } from '../model/problem.js';
import { contentHash } from '../text/hash.js';
import { client, EVENTS } from './client.js';
import { type Edition, fileFor, NO_EDITION, shownAt } from './edition.js';
import { isAllowed } from './hosts.js';
import { sendPart } from './range.js';
import { HEADERS, redirect, send, TEXT } from './send.js';
import { shownHere } from './shown-here.js';
import { askedTime, endOfVisit, keptTime, type ReadTime, timeBar, timeProblem } from './times.js';
import { typeOf } from './types.js';

export type { Edition } from './edition.js';

export interface SiteServer {
  readonly server: Server;
  /**
   * Shows another edition.
   *
   * @param news what open pages that look another way now are told: to load again, or to swap their style sheets
   */
  show(edition: Edition, news: 'pages' | 'styles'): Promise<void>;
}

export interface SiteServerOptions {
  /** Path of the site's `url`: `/`, or `/news/`. */
  readonly base: () => string;
  /** The host that it listens on. */
  readonly host: string;
  readonly everywhere: boolean;
  /** Tells this run of the server from others, so that pages notice a new one. */
  readonly run: string;
  readonly elsewhen: Elsewhen;
  /** Html that stands over a page whose template is wrong. */
  readonly wrong: (problem: Problem) => string;
}

/** The site at other times. */
export interface Elsewhen {
  readonly read: ReadTime;
  at(moment: number): Promise<Edition>;
}

const HTML = typeOf('page.html');

/** An open page. */
interface Listener {
  readonly response: ServerResponse;
  readonly path: string;
  /** The time that it shows; null: the present. */
  readonly moment: number | null;
  /** Hash of what it shows. */
  seen: string;
}

/** A server of one edition at a time, from memory: nothing outside the site can be asked for. */
export function createSiteServer(options: SiteServerOptions): SiteServer {
  const { base, host, everywhere, run, elsewhen, wrong } = options;
  let edition: Edition = NO_EDITION;
  let number = 0;
  const listeners = new Set<Listener>();
  const cookie = `dateline-${run}`;
  const name = (): string => `${run}-${number}`;
  const shown = async (of: Edition, path: string): Promise<string> =>
    contentHash(await shownAt(of, base(), path));

  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = request.url ?? '/';
    const path = decoded(url.replace(/[?#].*$/s, ''));
    if (!isAllowed(request.headers, host, everywhere))
      return send(response, 403, TEXT, 'This server shows its pages to this machine alone.\n');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      return send(response, 405, TEXT, 'Only GET is answered here.\n');
    }
    const query = url.includes('?') ? url.slice(url.indexOf('?') + 1).replace(/#.*$/s, '') : '';
    const asked = askedTime(query, request.headers, cookie, elsewhen.read);
    if (path === EVENTS) {
      const page = new URLSearchParams(query).get('page') ?? '/';
      const moment = typeof asked === 'object' && 'moment' in asked ? asked.moment : null;
      const path = decoded(page);
      const seen = await shown(edition, path);
      return listen(response, listeners, { path, moment, seen }, name());
    }
    const script = client(name());
    const where = { path, query, base: base(), wrong };
    if (asked === 'now') return answer(request, response, where, edition, script);
    if (asked === 'back') {
      response.setHeader('set-cookie', endOfVisit(cookie));
      // Two slashes would lead to another server.
      return redirect(response, encodeURI(`/${path.replace(/^[/\\]+/, '')}`));
    }
    if ('problem' in asked) return send(response, 400, HTML, timeProblem(asked.problem));
    const then = await elsewhen.at(asked.moment);
    if (asked.fresh) response.setHeader('set-cookie', keptTime(cookie, asked.moment));
    return answer(request, response, where, then, `${timeBar(asked.moment)}${script}`);
  };
  const server = createServer((request, response) => {
    respond(request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else send(response, 500, TEXT, 'This page could not be made; the terminal says why.\n');
    });
  });
  return {
    server,
    async show(next, news) {
      edition = next;
      number += 1;
      for (const listener of listeners) {
        const { response, path, moment, seen } = listener;
        listener.seen = await shown(next, path);
        // What has changed at another time is only known when it is asked for.
        const event =
          news === 'styles' ? 'styles' : moment !== null || listener.seen !== seen ? 'page' : null;
        if (event !== null) response.write(`event: ${event}\ndata: ${name()}\n\n`);
      }
    },
  };
}

function listen(
  response: ServerResponse,
  listeners: Set<Listener>,
  page: Omit<Listener, 'response'>,
  edition: string,
): void {
  response.writeHead(200, { ...HEADERS, 'content-type': 'text/event-stream' });
  response.write(`retry: 1000\nevent: edition\ndata: ${edition}\n\n`);
  const listener = { response, ...page };
  listeners.add(listener);
  response.on('close', () => listeners.delete(listener));
}

/** What is asked for, and how it is answered. */
interface Where extends Pick<SiteServerOptions, 'wrong'> {
  readonly path: string;
  /** What stands behind the `?`. */
  readonly query: string;
  readonly base: string;
}

/** @param end what stands at the end of every page */
async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { path, query, base, wrong }: Where,
  edition: Edition,
  end: string,
): Promise<void> {
  if (path === '/' && base !== '/') return redirect(response, base);
  const there = fileFor(edition, base, path);
  if (there === 'folder') return redirect(response, `${encodeURI(path)}/`);
  const rule = edition.rule?.(there?.name ?? null, path, query) ?? null;
  if (rule !== null && 'to' in rule) return redirect(response, encodeURI(rule.to));
  const ended = rule === null ? null : fileFor(edition, base, rule.gone);
  const found = ended === null || ended === 'folder' ? there : ended;
  const status = found === null ? 404 : found === ended ? 410 : 200;
  const name = found?.name ?? '404.html';
  const content = (await edition.content(name)) ?? MISSING;
  const page = async (): Promise<string> => {
    if ('problem' in content) return `${EMPTY}${wrong(content.problem)}${end}`;
    const note = found === null ? null : edition.note?.(name);
    return `${await shownHere(textOf(content), piece)}${note ?? ''}${edition.overlay ?? ''}${end}`;
  };
  const piece = async (address: string): Promise<string> => {
    const there = fileFor(edition, base, decoded(address));
    const made = there === null || there === 'folder' ? null : await edition.content(there.name);
    return made === null || 'problem' in made ? '' : textOf(made);
  };
  if (status !== 200) return send(response, status, HTML, await page());
  // A piece of a page stays one.
  const isPage = name.endsWith('.html') && !name.startsWith('_f/');
  if ('problem' in content || isPage) return send(response, 200, HTML, await page());
  const bytes = typeof content.content === 'string' ? Buffer.from(content.content) : content.content;
  if (!sendPart(request, response, typeOf(name), bytes)) send(response, 200, typeOf(name), bytes);
}

const textOf = ({ content }: { readonly content: string | Uint8Array }): string =>
  typeof content === 'string' ? content : new TextDecoder().decode(content);

const MISSING: Content = { content: '<!doctype html><title>Not found</title><h1>Not found</h1>' };
const EMPTY = '<!doctype html><title>This page could not be made</title>';

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
