import { spawn } from 'node:child_process';
import type { Server } from 'node:http';

/** Listens, and gives the address with a trailing slash. @throws {Error} with `code` EADDRINUSE or EACCES. */
export function listen(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      const actual = typeof address === 'object' && address !== null ? address.port : port;
      const name = host === '127.0.0.1' ? 'localhost' : host;
      resolve(`http://${name}:${actual}/`);
    });
  });
}

/** Opens an address in the user's browser; does nothing where there is none. */
export function openInBrowser(url: string): void {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url];
  if (command === undefined) return;
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
