import { relative } from 'node:path';
import { BaseSequencer, type TestSequencer, type TestSpecification } from 'vitest/node';

/** Folders whose files wait for browsers and for processes of their own, longest first. */
const LONG = ['tests/browser/', 'tests/cli/', 'tests/dev/'];

/** Begins with what takes long, so that at the end no core waits for the other. */
export class LongestFirst extends BaseSequencer implements TestSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId, project }: TestSpecification): number => {
      const path = relative(project.config.root, moduleId);
      const place = LONG.findIndex((folder) => path.startsWith(folder));
      return place === -1 ? LONG.length : place;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
