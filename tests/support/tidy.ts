import { afterAll } from 'vitest';
import { removeTempFolders } from './temp.js';

// Runs before each file. A module that a file imports doesn't: files share their modules, so only the first would tidy up.
afterAll(removeTempFolders, 60_000);
