import { request } from 'node:http';

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
