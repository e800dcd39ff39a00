import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname } from 'node:path';

/** What the server shows; replaced as a whole after each build, so that nobody sees half of one. */
export interface Edition {
  /** Content by path below the site's base: `2026/11/x/index.html`. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Html that stands over every page while something is wrong; null where all is well. */
  readonly overlay: string | null;
  /** Counts up with each build. */
  readonly number: number;
}

export interface SiteServer {
  readonly server: Server;
  /** Shows another edition and tells the open pages. `styles`: only style sheets changed, so pages need not load again. */
  show(edition: Edition, styles: boolean): void;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.webmanifest': 'application/manifest+json',
};

const EVENTS = '/_dateline/events';

/** Loads again what changed, without losing the place on the page (browsers keep it on reload). */
const CLIENT = `<script>
new EventSource('${EVENTS}').onmessage = (event) => {
  if (event.data !== 'styles') return location.reload();
  for (const link of document.querySelectorAll('link[rel=stylesheet]')) {
    const next = link.cloneNode();
    next.href = link.href.replace(/([?&])dev=\\d+|$/, (m, sep) => (sep || (link.href.includes('?') ? '&' : '?')) + 'dev=' + Date.now());
    next.onload = () => link.remove();
    link.after(next);
  }
};
</script>`;

/** A server of one edition at a time, from memory: nothing outside the site can be asked for. */
export function createSiteServer(base: () => string, hosts: readonly string[]): SiteServer {
  let edition: Edition = { files: new Map(), overlay: null, number: 0 };
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const path = pathOf(request.url ?? '/');
    if (!allowed(request, hosts)) {
      send(response, 403, 'text/plain', 'This server answers its own pages alone.\n');
    } else if (request.method !== 'GET' && request.method !== 'HEAD') {
      send(response, 405, 'text/plain', 'Only GET is answered here.\n');
    } else if (path === EVENTS) {
      listen(response, listeners);
    } else {
      answer(response, path, base(), edition);
    }
  });
  return {
    server,
    show(next, styles) {
      edition = next;
      for (const listener of listeners) listener.write(`data: ${styles ? 'styles' : 'page'}\n\n`);
    },
  };
}

/** A page of another site must not read this server through the reader's browser (DNS rebinding). */
function allowed(request: IncomingMessage, hosts: readonly string[]): boolean {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  const { origin } = request.headers;
  return hosts.includes(host) && (origin === undefined || origin === `http://${request.headers.host}`);
}

function pathOf(url: string): string {
  try {
    return decodeURIComponent(url.replace(/[?#].*$/, ''));
  } catch {
    return '/';
  }
}

function listen(response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write('\n');
  listeners.add(response);
  response.on('close', () => listeners.delete(response));
}

function answer(response: ServerResponse, path: string, base: string, edition: Edition): void {
  const local = path.startsWith(base) ? path.slice(base.length) : null;
  const file = local === null ? null : fileFor(edition, local);
  const missing = edition.files.get('404.html');
  if (path === '/' && base !== '/') redirect(response, base);
  else if (file === 'folder') redirect(response, `${encodeURI(path)}/`);
  else if (file !== null) sendFile(response, 200, file.name, file.content, edition);
  else if (missing !== undefined) sendFile(response, 404, '404.html', missing, edition);
  else send(response, 404, TYPES['.html'] ?? '', page('<h1>Not found</h1>', edition));
}

type Found = { readonly name: string; readonly content: Uint8Array } | 'folder' | null;

function fileFor({ files }: Edition, path: string): Found {
  const name = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  const content = files.get(name) ?? files.get(name.normalize('NFC'));
  if (content !== undefined) return { name, content };
  return files.has(`${name}/index.html`) ? 'folder' : null;
}

function sendFile(
  response: ServerResponse,
  status: number,
  name: string,
  content: Uint8Array,
  edition: Edition,
): void {
  const type = TYPES[extname(name).toLowerCase()] ?? 'application/octet-stream';
  const isPage = name.endsWith('.html');
  send(response, status, type, isPage ? page(new TextDecoder().decode(content), edition) : content);
}

const page = (html: string, edition: Edition): string => `${html}${edition.overlay ?? ''}${CLIENT}`;

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location, 'cache-control': 'no-store' });
  response.end();
}

function send(response: ServerResponse, status: number, type: string, content: string | Uint8Array): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(content);
}
