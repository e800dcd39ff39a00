import type { Problem } from '../../model/problem.js';
import type { Located } from '../../problems/index.js';

/**
 * Thrown by what templates call (filters, globals, the strict runtime): it knows what is wrong, and whoever catches
 * it knows where.
 */
export class TemplateFault extends Error {
  override readonly name = 'TemplateFault';
  readonly problem: (place: Located) => Problem;

  constructor(problem: (place: Located) => Problem) {
    super(problem({ file: '' }).message);
    this.problem = problem;
  }
}

/** Thrown where `{{ … }}` has nothing to print; `renderFault` finds out what the expression was. */
export class UndefinedOutput extends Error {
  override readonly name = 'UndefinedOutput';
  readonly missed: Missed;
  /** Which side of a `+` or `~` it was. */
  readonly side: 'left' | 'right' | null;

  constructor(missed: Missed, side: 'left' | 'right' | null = null) {
    super('nothing to print');
    this.missed = missed;
    this.side = side;
  }
}

/** The last look-up of a field that found nothing. */
export interface Missed {
  readonly object: unknown;
  readonly key: unknown;
}
