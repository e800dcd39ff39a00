import { relative } from 'node:path';
import { BaseSequencer, type TestSequencer, type TestSpecification } from 'vitest/node';

/**
 * What takes longest, longest first: files by name, then folders whose files wait for browsers and for processes of their own.
 * A file that comes to take more than ten seconds belongs here (`npx vitest run --reporter=json` has the times).
 */
const LONG = [
  'tests/browser/demo.test.ts',
  'tests/cli/bin.test.ts',
  'tests/cli/threads.test.ts',
  'tests/cli/same-bytes.test.ts',
  'tests/site/local.test.ts',
  'tests/browser/valid.test.ts',
  'tests/site/edition.test.ts',
  'tests/site/invariants.test.ts',
  'tests/stages/parse/markdown/safety.test.ts',
  'tests/site/feeds.test.ts',
  'tests/browser/',
  'tests/cli/',
  'tests/dev/',
];

/** Begins with what takes long, so that at the end no core waits for the other. */
export class LongestFirst extends BaseSequencer implements TestSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId, project }: TestSpecification): number => {
      const path = relative(project.config.root, moduleId);
      const place = LONG.findIndex((start) => path.startsWith(start));
      return place === -1 ? LONG.length : place;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
