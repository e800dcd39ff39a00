import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { article, newsroom } from '../support/site.js';
import { BIN, dateline, start } from './support.js';

const paper = () =>
  newsroom({ 'content/articles/port.md': article('title: Port reopens\ndate: 2026-11-20') });

describe('the command itself', () => {
  it('builds in a process of its own: messages on stderr, nothing on stdout, no colours, no bar', async () => {
    const site = paper();
    const { status, out, err } = await start(site.root, ['build']).ended;
    expect({ status, out }).toEqual({ status: 0, out: '' });
    expect(err).toContain('✓ The Test Herald is in public/');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
    expect(err).not.toMatch(/[\u001b\r]/);
    expect(site.read('2026/11/port/index.html')).toContain('Port reopens');
  });

  it('colours where it is told to, but never against NO_COLOR', async () => {
    const call = ['build', '--root', 'nowhere'];
    const { root } = paper();
    expect((await start(root, call, { FORCE_COLOR: '1' }).ended).err).toContain('\u001b[31m');
    expect((await start(root, call, { FORCE_COLOR: '1', NO_COLOR: '1' }).ended).err).not.toContain('\u001b');
  });

  it('prints its version, and ends a wrong call with 2', async () => {
    const version = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version;
    const { root } = paper();
    expect(await start(root, ['--version']).ended).toEqual({ status: 0, out: `${version}\n`, err: '' });
    expect((await start(root, ['biuld']).ended).status).toBe(2);
  });

  it.each([32, 64])(
    'where no more than %d files may be open it says so, or has no need of more',
    async (limit) => {
      const site = paper();
      const command = `ulimit -n ${limit}; exec "${process.execPath}" "${BIN}" build`;
      const { status, stderr } = spawnSync('sh', ['-c', command], { cwd: site.root, encoding: 'utf8' });
      // Later releases of Node open fewer at once than Node 20; so few are not enough for any.
      if (limit > 32 && status === 0) {
        expect(stderr).toContain('✓ The Test Herald is in public/');
        return;
      }
      expect(stderr).toMatch(
        /^error (\S+ )?too-many-open-files\n {2}The system allows (so few|no more) open files/,
      );
      expect(stderr).not.toMatch(/^ +at /m);
      expect(status).toBe(2);
      expect(existsSync(join(site.root, 'public'))).toBe(false);
      expect((await dateline(site.root, ['build'])).status).toBe(0);
    },
  );

  it('is not troubled by a reader who has seen enough', async () => {
    const child = spawn(
      'sh',
      ['-c', `"${process.execPath}" "${BIN}" related --all --json 2>&1 1>&3 3>&- | cat; true`],
      {
        cwd: paper().root,
        stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
      },
    );
    child.stdio[3]?.destroy();
    let err = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    await new Promise((resolve) => child.once('close', resolve));
    expect(err).toBe('');
  });

  it('ends `dev` by Ctrl+C with status 0, its port free again', async () => {
    const site = paper();
    const child = start(site.root, ['dev', '--port', '0']);
    const said = await child.said('Ctrl+C');
    const url = /http:\S+/.exec(said)?.[0] ?? '';
    expect((await fetch(url)).status).toBe(200);
    child.process.kill('SIGINT');
    expect((await child.ended).status).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
    expect(existsSync(join(site.root, 'public'))).toBe(false);
  });

  it('finishes by any command what a killed build had decided to publish', async () => {
    const site = paper();
    expect((await dateline(site.root, ['build'])).status).toBe(0);
    site.write({ 'content/articles/port.md': article('title: Port is open\ndate: 2026-11-20') });
    // Killed at the moment when the decision stands on the disk.
    const killer = `
      const fs = require('node:fs');
      const { renameSync } = fs;
      fs.renameSync = (from, to) => {
        renameSync(from, to);
        if (String(to).endsWith('journal.json')) process.kill(process.pid, 'SIGKILL');
      };
      require('node:module').syncBuiltinESMExports();`;
    site.write({ 'killer.cjs': killer });
    const killed = await start(site.root, ['build'], {
      NODE_OPTIONS: `--require "${join(site.root, 'killer.cjs')}"`,
    }).ended;
    expect(killed.status).toBe(-1);
    expect(existsSync(join(site.root, '.dateline/journal.json'))).toBe(true);
    const { status, err } = await start(site.root, ['list']).ended;
    expect(status).toBe(0);
    expect(err).toContain('publish-finished');
    expect(site.read('2026/11/port/index.html')).toContain('Port is open');
    expect(existsSync(join(site.root, '.dateline/journal.json'))).toBe(false);
    rmSync(join(site.root, 'killer.cjs'));
  });
});
