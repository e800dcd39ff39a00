import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { client, EVENTS } from './client.js';
import { isAllowed } from './hosts.js';
import { sendPart } from './range.js';
import { typeOf } from './types.js';

/** What the server shows; replaced as a whole after each build, so that nobody sees half of one. */
export interface Edition {
  /** Content by path below the site's base: `2026/11/x/index.html`. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Html that stands over every page while something is wrong; null where all is well. */
  readonly overlay: string | null;
}

/** What open pages have to do about another edition. */
export type News =
  | { readonly kind: 'all' | 'styles' | 'none' }
  | { readonly kind: 'pages'; readonly pages: ReadonlySet<string> };

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
}

const HTML = typeOf('page.html');

/** An open page. */
interface Listener {
  readonly response: ServerResponse;
  readonly path: string;
}

/** A server of one edition at a time, from memory: nothing outside the site can be asked for. */
export function createSiteServer({ base, host, everywhere, run }: SiteServerOptions): SiteServer {
  let edition: Edition = { files: new Map(), overlay: null };
  let number = 0;
  const listeners = new Set<Listener>();
  const name = (): string => `${run}-${number}`;

  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    const path = decoded(url.replace(/[?#].*$/s, ''));
    if (!isAllowed(request.headers, host, everywhere)) {
      send(
        response,
        403,
        'text/plain; charset=utf-8',
        'This server shows its pages to this machine alone.\n',
      );
    } else if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      send(response, 405, 'text/plain; charset=utf-8', 'Only GET is answered here.\n');
    } else if (path === EVENTS) {
      const page = new URLSearchParams(url.slice(url.indexOf('?') + 1)).get('page') ?? '/';
      listen(response, listeners, decoded(page), name());
    } else {
      answer(request, response, path, base(), edition, client(name()));
    }
  });
  return {
    server,
    show(next, news) {
      const before = edition;
      edition = next;
      number += 1;
      for (const { response, path } of listeners) {
        const kind = concerns(news, [fileFor(before, base(), path), fileFor(next, base(), path)]);
        if (kind !== null) response.write(`event: ${kind}\ndata: ${name()}\n\n`);
      }
    },
  };
}

/** The event for a page that was and is made of these files. */
function concerns(news: News, files: readonly Found[]): 'page' | 'styles' | null {
  if (news.kind === 'styles') return 'styles';
  if (news.kind !== 'pages') return news.kind === 'all' ? 'page' : null;
  const names = files.map((found) => (found === null ? '404.html' : found === 'folder' ? '' : found.name));
  return names[0] !== names[1] || names.some((file) => news.pages.has(file)) ? 'page' : null;
}

function listen(response: ServerResponse, listeners: Set<Listener>, path: string, edition: string): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(`retry: 1000\nevent: edition\ndata: ${edition}\n\n`);
  const listener = { response, path };
  listeners.add(listener);
  response.on('close', () => listeners.delete(listener));
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  base: string,
  edition: Edition,
  script: string,
): void {
  const found = fileFor(edition, base, path);
  const page = (html: string | Uint8Array): string =>
    `${typeof html === 'string' ? html : new TextDecoder().decode(html)}${edition.overlay ?? ''}${script}`;
  if (path === '/' && base !== '/') redirect(response, base);
  else if (found === 'folder') redirect(response, `${encodeURI(path)}/`);
  else if (found === null) {
    const missing =
      edition.files.get('404.html') ?? '<!doctype html><title>Not found</title><h1>Not found</h1>';
    send(response, 404, HTML, page(missing));
  } else if (found.name.endsWith('.html')) send(response, 200, HTML, page(found.content));
  else if (!sendPart(request, response, typeOf(found.name), found.content))
    send(response, 200, typeOf(found.name), found.content);
}

type Found = { readonly name: string; readonly content: Uint8Array } | 'folder' | null;

function fileFor({ files }: Edition, base: string, path: string): Found {
  if (!path.startsWith(base)) return `${path}/` === base ? 'folder' : null;
  const local = path.slice(base.length);
  const name = local === '' || local.endsWith('/') ? `${local}index.html` : local;
  for (const form of [name, name.normalize('NFC')]) {
    const content = files.get(form);
    if (content !== undefined) return { name: form, content };
    if (files.has(`${form}/index.html`)) return 'folder';
  }
  return null;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location, 'cache-control': 'no-store' });
  response.end();
}

function send(response: ServerResponse, status: number, type: string, content: string | Uint8Array): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(content),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  });
  response.end(content);
}
