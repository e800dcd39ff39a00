import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

export const NGINX = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'].find(existsSync);

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/**
 * The real nginx over a published site, with the files that a build writes for it.
 *
 * @param rules name → text
 */
export async function startNginx(
  root: string,
  rules: readonly { readonly name: string; readonly text: string }[],
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const folder = join(root, 'nginx');
  mkdirSync(join(folder, 'redirects'), { recursive: true });
  for (const { name, text } of rules) writeFileSync(join(folder, name), text);
  const port = await freePort();
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error.log;
events {}
http {
  access_log off;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  types { text/html html; text/css css; application/javascript js; image/svg+xml svg; application/manifest+json webmanifest; }
  include ${folder}/redirects/nginx-maps.conf;
  include ${folder}/redirects/nginx-headers-map.conf;
  server {
    listen 127.0.0.1:${port};
    root ${root}/public;
    ssi on;
    error_page 404 /404.html;
    include ${folder}/redirects/nginx-server.conf;
    include ${folder}/redirects/nginx-headers.conf;
  }
}
`,
  );
  const nginx = spawn(NGINX ?? 'nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], {
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 200; tries += 1) {
    const there = await fetch(url).catch(() => null);
    if (there !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        nginx.on('exit', () => resolve());
        nginx.kill('SIGTERM');
      }),
  };
}
