import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { editorAddress, editorLinks, usualEditor } from '../../src/edges/editor.js';
import { tempFolder } from './support.js';

describe('links that open an editor', () => {
  it('lead to files of the newsroom and to nothing else', () => {
    const root = tempFolder();
    const outside = tempFolder();
    mkdirSync(join(root, 'content'));
    writeFileSync(join(root, 'content/a b#ë".md'), '');
    writeFileSync(join(outside, 'secret'), '');
    symlinkSync(join(outside, 'secret'), join(root, 'content/link.md'));
    symlinkSync(outside, join(root, 'content/folder'));
    const link = editorLinks(root, 'vscode://file{file}:{line}:{column}');
    expect(link('content/a b#ë".md', 3, 7)).toBe(`vscode://file${root}/content/a%20b%23%C3%AB%22.md:3:7`);
    for (const path of [
      'content/link.md',
      'content/folder/secret',
      'content/missing.md',
      'content',
      '--port',
      '/etc/passwd',
      '../secret',
      `../${outside}/secret`,
      'content/../../etc/passwd',
    ])
      expect([path, link(path, 1, 1)]).toEqual([path, null]);
  });

  test.each([
    ['code', 'vscode://file{file}:{line}:{column}'],
    ['my-editor:open?{file}', 'my-editor:open?{file}'],
    ['my-editor:open', null],
    ['javascript:alert(1)//{file}', null],
    ['JavaScript:{file}', null],
    ['data:text/html,{file}', null],
    ['x:"><script>{file}', null],
    ['constructor', null],
    ['vim', null],
  ])('--editor %s: %s', (text, address) => {
    expect(editorAddress(text)).toBe(address);
  });

  test.each([
    [{}, 'vscode:'],
    [{ EDITOR: 'vim' }, 'vscode:'],
    [{ EDITOR: 'cursor --wait', VISUAL: '' }, 'cursor:'],
    [{ EDITOR: 'code', VISUAL: '/opt/bin/zed' }, 'zed:'],
    [{ EDITOR: 'code', LAUNCH_EDITOR: 'webstorm' }, 'webstorm:'],
  ])('with %o it is %s', (env, scheme) => {
    expect(usualEditor(env).startsWith(scheme)).toBe(true);
  });
});
