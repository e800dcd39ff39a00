import type { Problem } from '../model/problem.js';

/** Something about the call or its surroundings that the user can mend: told as a problem, without a stack. */
export class UsageError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
    this.name = 'UsageError';
  }
}
