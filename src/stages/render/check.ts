import type { Problem } from '../../model/problem.js';
import type { Compiled } from './compile.js';
import type { RendererInput } from './index.js';
export function checkTemplates(_c: readonly Compiled[], _i: RendererInput): readonly Problem[] {
  return [];
}
