import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { client, EVENTS } from './client.js';
import { concerns, type Edition, fileFor, type News } from './edition.js';
import { isAllowed } from './hosts.js';
import { sendPart } from './range.js';
import { HEADERS, redirect, send, TEXT } from './send.js';
import { shownHere } from './shown-here.js';
import { askedTime, endOfVisit, keptTime, type ReadTime, timeBar, timeProblem } from './times.js';
import { typeOf } from './types.js';

export type { Edition, News } from './edition.js';

export interface SiteServer {
  readonly server: Server;
  /** Shows another edition and tells the open pages that it concerns. */
  show(edition: Edition, news: News): void;
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
}

/** A server of one edition at a time, from memory: nothing outside the site can be asked for. */
export function createSiteServer({ base, host, everywhere, run, elsewhen }: SiteServerOptions): SiteServer {
  let edition: Edition = { files: new Map(), overlay: null };
  let number = 0;
  const listeners = new Set<Listener>();
  const cookie = `dateline-${run}`;
  const name = (): string => `${run}-${number}`;

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
      return listen(response, listeners, { path: decoded(page), moment }, name());
    }
    const script = client(name());
    if (asked === 'now') return answer(request, response, path, base(), edition, script);
    if (asked === 'back') {
      response.setHeader('set-cookie', endOfVisit(cookie));
      // Two slashes would lead to another server.
      return redirect(response, encodeURI(`/${path.replace(/^[/\\]+/, '')}`));
    }
    if ('problem' in asked) return send(response, 400, HTML, timeProblem(asked.problem));
    const then = await elsewhen.at(asked.moment);
    if (asked.fresh) response.setHeader('set-cookie', keptTime(cookie, asked.moment));
    answer(request, response, path, base(), then, `${timeBar(asked.moment)}${script}`);
  };
  const server = createServer((request, response) => {
    respond(request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else send(response, 500, TEXT, 'This page could not be made; the terminal says why.\n');
    });
  });
  return {
    server,
    show(next, news) {
      const before = edition;
      edition = next;
      number += 1;
      for (const { response, path, moment } of listeners) {
        // What has changed at another time is only known when it is asked for.
        const own = moment !== null && news.kind === 'pages' ? ({ kind: 'all' } as const) : news;
        const kind = concerns(own, [fileFor(before, base(), path), fileFor(next, base(), path)]);
        if (kind !== null) response.write(`event: ${kind}\ndata: ${name()}\n\n`);
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

/** @param end what stands at the end of every page */
function answer(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  base: string,
  edition: Edition,
  end: string,
): void {
  const found = fileFor(edition, base, path);
  const fragment = (address: string): string => {
    const piece = fileFor(edition, base, decoded(address));
    return piece === null || piece === 'folder' ? '' : new TextDecoder().decode(piece.content);
  };
  const page = (html: string | Uint8Array): string =>
    `${shownHere(typeof html === 'string' ? html : new TextDecoder().decode(html), fragment)}${edition.overlay ?? ''}${end}`;
  if (path === '/' && base !== '/') redirect(response, base);
  else if (found === 'folder') redirect(response, `${encodeURI(path)}/`);
  else if (found === null) {
    const missing =
      edition.files.get('404.html') ?? '<!doctype html><title>Not found</title><h1>Not found</h1>';
    send(response, 404, HTML, page(missing));
  } else if (found.name.endsWith('.html') && !found.name.startsWith('_f/'))
    send(response, 200, HTML, page(found.content));
  else if (!sendPart(request, response, typeOf(found.name), found.content))
    send(response, 200, typeOf(found.name), found.content);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
