import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtDemo, REPOSITORY } from '../support/browser.js';
import { tempFolder } from '../support/temp.js';

const NU = join(REPOSITORY, 'node_modules/vnu-jar/build/dist/vnu.jar');

function hasJava(): boolean {
  try {
    execFileSync('java', ['-version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

let pages: readonly (readonly [string, string])[];

beforeAll(async () => {
  const files = await builtDemo();
  pages = [...files]
    .filter(([name]) => name.endsWith('.html') && !name.startsWith('assets/'))
    .map(([name, content]) => [name, new TextDecoder().decode(content)] as const)
    // A feed that answers its old address.
    .filter(([, text]) => !text.startsWith('<?xml'));
}, 120_000);

describe('every page of the demo newsroom', () => {
  it('is valid by html-validate', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: { 'long-title': 'off', 'no-inline-style': 'off' },
    });
    const wrong: string[] = [];
    for (const [name, html] of pages) {
      const report = await validator.validateString(html, name);
      for (const { messages } of report.results) {
        wrong.push(
          ...messages.map((message) => `${name}:${message.line} ${message.ruleId} ${message.message}`),
        );
      }
    }
    expect(wrong).toEqual([]);
  });

  // The Nu checker needs Java, which a machine with only Node and npm does not have.
  it.runIf(hasJava())('is valid by the Nu checker', () => {
    const folder = tempFolder('nu');
    // A fragment is a piece of a page; its page is checked with it.
    for (const [name, html] of pages.filter(([path]) => !/(?:^|\/)_f\//.test(path))) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), html);
    }
    const output = execFileSync(
      'java',
      [
        '-Xss4m',
        // It runs for seconds: compiling its code for hours, and threads that collect garbage, cost more than they save.
        '-XX:TieredStopAtLevel=1',
        '-XX:+UseSerialGC',
        '-jar',
        NU,
        '--stdout',
        '--errors-only',
        '--skip-non-html',
        '--exit-zero-always',
        '--format',
        'gnu',
        folder,
      ],
      {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    expect(output.trim()).toBe('');
  });
});
