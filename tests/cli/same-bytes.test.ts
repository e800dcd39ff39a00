import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REPOSITORY } from '../support/browser.js';
import { newsroom } from '../support/site.js';
import { BIN, EPOCH } from './support.js';

describe('invariant 2: the same bytes everywhere', () => {
  it('on machines of other time zones and languages, with and without a cache', () => {
    const site = newsroom();
    rmSync(join(site.root, 'content'), { recursive: true });
    cpSync(join(REPOSITORY, 'content'), join(site.root, 'content'), { recursive: true });
    const media = join(site.root, 'content/media');
    for (const name of readdirSync(media)) if (/^[^tv].*\.jpg$/.test(name)) rmSync(join(media, name));
    // Small ones, so that making the same pictures twice takes no time.
    const options = readFileSync(join(REPOSITORY, 'content/site.yaml'), 'utf8');
    const small = options.replace('cards: recent:50', 'cards: recent:3\n  widths: [48]');
    expect(small).not.toBe(options);
    site.write({ 'content/site.yaml': small });
    const build = (out: string, env: Record<string, string>, ...flags: string[]): Map<string, string> => {
      execFileSync(process.execPath, [BIN, 'build', '--quiet', '--out', out, ...flags], {
        cwd: site.root,
        env: { PATH: process.env.PATH ?? '', ...EPOCH, ...env },
        stdio: 'pipe',
      });
      return site.published(out);
    };
    const here = build('a', { TZ: 'UTC', LANG: 'C' }, '--no-cache');
    expect(here.size).toBeGreaterThan(300);
    for (const made of [/\.48\.avif$/, /\/card\.[\da-f]{8}\.png$/])
      expect([...here.keys()].some((path) => made.test(path))).toBe(true);
    expect(build('b', { TZ: 'Asia/Kathmandu', LANG: 'fa_IR.UTF-8', LC_ALL: 'fa_IR.UTF-8' })).toEqual(here);
    expect(build('c', { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8' })).toEqual(here);
  });
});
