import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newsroom } from '../support/site.js';
import { dateline } from './support.js';

it('shows in the readme what the program says', async () => {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
  const sample = /```text\n(error [\s\S]*?)\n```/.exec(readme)?.[1] ?? 'no sample';
  const site = newsroom({
    'content/articles/local/port.md': '---\ntitle: The port reopens\ndate: 2026-02-31\n---\n\nText.\n',
  });
  const { out } = await dateline(site.root, ['check']);
  expect(out).toContain(sample);
});
