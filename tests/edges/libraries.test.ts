import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { installedLibraries } from '../../src/edges/libraries.js';
import { tempFolder } from '../support/temp.js';

let top = '';
beforeEach(() => {
  top = tempFolder('libraries');
});

function install(folder: string, name: string, version: string, ...dependencies: string[]): void {
  mkdirSync(join(top, folder), { recursive: true });
  writeFileSync(
    join(top, folder, 'package.json'),
    JSON.stringify({
      name,
      version,
      dependencies: Object.fromEntries(dependencies.map((d) => [d, '^1.0.0'])),
    }),
  );
}

function link(at: string, to: string): void {
  mkdirSync(dirname(join(top, at)), { recursive: true });
  symlinkSync(join(top, to), join(top, at));
}

describe('the libraries that results come from', () => {
  it('are found where they were hoisted, with those that they use, each by the release that it meets', () => {
    install('node_modules/dateline', 'dateline', '0.1.0', 'markdown', 'yaml');
    install('node_modules/markdown', 'markdown', '1.2.0', 'links');
    install('node_modules/links', 'links', '1.0.1', 'markdown');
    install('node_modules/dateline/node_modules/yaml', 'yaml', '2.0.0', 'links');
    install('node_modules/dateline/node_modules/links', 'links', '3.0.0');
    install('node_modules/stranger', 'stranger', '9.0.0');
    const root = join(top, 'node_modules/dateline');
    const before = installedLibraries(root);
    expect(before).toEqual(['links@1.0.1', 'links@3.0.0', 'markdown@1.2.0', 'yaml@2.0.0']);
    install('node_modules/links', 'links', '1.0.2', 'markdown');
    expect(installedLibraries(root)).not.toEqual(before);
  });

  it('are found behind links, as pnpm lays them out', () => {
    const store = 'node_modules/.pnpm';
    install(`${store}/dateline@0.1.0/node_modules/dateline`, 'dateline', '0.1.0', '@scope/markdown');
    install(`${store}/markdown@1.2.0/node_modules/@scope/markdown`, '@scope/markdown', '1.2.0', 'links');
    install(`${store}/links@1.0.1/node_modules/links`, 'links', '1.0.1');
    link(
      `${store}/dateline@0.1.0/node_modules/@scope/markdown`,
      `${store}/markdown@1.2.0/node_modules/@scope/markdown`,
    );
    link(`${store}/markdown@1.2.0/node_modules/links`, `${store}/links@1.0.1/node_modules/links`);
    link('node_modules/dateline', `${store}/dateline@0.1.0/node_modules/dateline`);
    expect(installedLibraries(join(top, 'node_modules/dateline'))).toEqual([
      '@scope/markdown@1.2.0',
      'links@1.0.1',
    ]);
  });

  it('are named without a release where they can’t be found or read', () => {
    install('app', 'dateline', '0.1.0', 'a', 'b');
    mkdirSync(join(top, 'node_modules/b'), { recursive: true });
    writeFileSync(join(top, 'node_modules/b/package.json'), '{');
    expect(installedLibraries(join(top, 'app'))).toEqual(['a@?', 'b@?']);
  });
});
