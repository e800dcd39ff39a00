import { request } from 'node:http';
import { dateline, type Transcript } from '../cli/support.js';
import type { TestSite } from '../support/site.js';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** Asks exactly what is written: `fetch` would tidy the path and set the host itself. */
export function ask(
  url: string,
  path = '/',
  options: { readonly headers?: Record<string, string>; readonly method?: string } = {},
): Promise<Answer> {
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, agent: false, ...options }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(parts).toString('utf8'),
        }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** A published page as `dev` shows it: scripts and styles of its own stand in it, so it says nothing of what may be loaded. */
export const asShown = (html: string): string =>
  html.replace(/<meta http-equiv="content-security-policy"[^>]*>\n/, '');

export interface Events {
  /** What the server has told the page since it was opened: `edition`, `page`, `styles`. */
  readonly told: string[];
  /** Resolves when so many events have come. */
  count(n: number): Promise<readonly string[]>;
  close(): void;
}

/** Listens as an open page does. */
export function openPage(url: string, page: string): Events {
  const told: string[] = [];
  const waiting = new Set<() => void>();
  const asked = request(
    `${url}_dateline/events?page=${encodeURIComponent(page)}`,
    { agent: false },
    (response) => {
      response.setEncoding('utf8').on('data', (text: string) => {
        for (const [, name = ''] of text.matchAll(/^event: (\w+)$/gm)) told.push(name);
        for (const look of waiting) look();
      });
    },
  );
  asked.on('error', () => {});
  asked.end();
  return {
    told,
    close: () => asked.destroy(),
    count: (n) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (told.length < n) return;
          waiting.delete(look);
          resolve(told);
        };
        waiting.add(look);
        look();
      }),
  };
}

export interface Dev {
  readonly url: string;
  /** What it has said so far. */
  said(): string;
  /** Waits until the page, or what was said, holds the text. */
  page(path: string, holds: string): Promise<string>;
  says(text: string): Promise<void>;
  stop(): Promise<Transcript>;
}

const running: Dev[] = [];
/** Ends every `dev` that a test has started. */
export async function stopAll(): Promise<void> {
  await Promise.all(running.splice(0).map((one) => one.stop()));
}

/**
 * Starts `dateline dev` on a free port, and waits for its address.
 *
 * @param heard told of what it says as it says it
 */
export async function dev(
  site: TestSite,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
  heard: (text: string) => void = () => {},
): Promise<Dev> {
  let err = '';
  let stop = (): void => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const ended = dateline(site.root, ['dev', '--port', '0', ...args], {
    env,
    stopped: () => stopped,
    said: (text) => {
      err += text;
      heard(text);
    },
  });
  const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
    while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 15));
  };
  await until(() => err.includes('Ctrl+C'));
  const url = /http:\/\/localhost:\d+\//.exec(err)?.[0] ?? '';
  const one: Dev = {
    url,
    said: () => err,
    says: (text) => until(() => err.includes(text)),
    async page(path, holds) {
      let text = '';
      await until(async () => {
        text = (await ask(url, path)).text;
        return text.includes(holds);
      });
      return text;
    },
    stop() {
      stop();
      return ended;
    },
  };
  running.push(one);
  return one;
}
