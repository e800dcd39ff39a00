import { spawn } from 'node:child_process';
import type { Server } from 'node:http';
import { isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';

export interface Address {
  readonly port: number;
  /** With a trailing slash. */
  readonly url: string;
  /** Addresses for other machines, where the network is let in. */
  readonly network: readonly string[];
}

/** Whether listening on this address lets other machines in by every address of this one. */
export const isEverywhere = (host: string): boolean => host === '0.0.0.0' || host === '::';

/** Listens. @throws {Error} with `code` EADDRINUSE, EACCES, EADDRNOTAVAIL, ENOTFOUND and the like. */
export function listen(server: Server, port: number, host: string): Promise<Address> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      const actual = typeof address === 'object' && address !== null ? address.port : port;
      const urlOf = (name: string): string => `http://${isIPv6(name) ? `[${name}]` : name}:${actual}/`;
      const near = host === '127.0.0.1' || isEverywhere(host) ? 'localhost' : host;
      const network = isEverywhere(host) ? outwardAddresses().map(urlOf) : [];
      resolve({ port: actual, url: urlOf(near), network });
    });
  });
}

/** Ends it at once: pages that wait for news are not waited for. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function outwardAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address);
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
