import { existsSync, mkdirSync, renameSync, symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { article, newsroom } from '../support/site.js';
import { dateline } from './support.js';

const files = {
  'content/articles/a.md': article('title: Port reopens\ndate: 2026-11-20', '![A quay](quay.svg)'),
  'content/articles/quay.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"/>',
};

describe('a newsroom whose folders are links', () => {
  it.each(['inside the root', 'outside of it'])('builds where content lies %s', async (where) => {
    const site = newsroom(files);
    const place = where === 'inside the root' ? site.root : newsroom().root;
    renameSync(join(site.root, 'content'), join(place, 'articles-of-ours'));
    symlinkSync(join(place, 'articles-of-ours'), join(site.root, 'content'));
    const { status, err } = await dateline(site.root, ['build', '--quiet']);
    expect([status, err]).toEqual([0, '']);
    expect(site.read('2026/11/a/index.html')).toContain('width="3"');
    expect(existsSync(join(site.root, 'public/media/articles/quay.svg'))).toBe(true);
  });

  it.each(['build', 'check', 'list', 'new'])(
    'tells `%s` of a site.yaml that is a link, with status 2',
    async (command) => {
      const site = newsroom(files);
      renameSync(join(site.root, 'content/site.yaml'), join(site.root, 'shared.yaml'));
      symlinkSync('../shared.yaml', join(site.root, 'content/site.yaml'));
      const args =
        command === 'list' ? ['list', 'latest'] : command === 'new' ? ['new', 'Headline'] : [command];
      const { status, err } = await dateline(site.root, args);
      expect(status).toBe(2);
      expect(err).toContain('content/site.yaml not-a-plain-file');
    },
  );

  it('tells of a site.yaml that is a folder, and of a content folder that leads nowhere or in a circle', async () => {
    const site = newsroom(files);
    unlinkSync(join(site.root, 'content/site.yaml'));
    mkdirSync(join(site.root, 'content/site.yaml'));
    expect((await dateline(site.root, ['build'])).status).toBe(2);
    renameSync(join(site.root, 'content'), join(site.root, 'real'));
    for (const target of ['nowhere', 'content']) {
      symlinkSync(target, join(site.root, 'content'));
      const { status, err } = await dateline(site.root, ['build']);
      expect([target, status, err.includes('bug')]).toEqual([target, 2, false]);
      unlinkSync(join(site.root, 'content'));
    }
  });
});
