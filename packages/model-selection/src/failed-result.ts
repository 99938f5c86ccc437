import { GaussmixError } from '@gaussmix/kernels';
import type { CellResult } from './cell.ts';

/**
 * Codes of errors that another number of components or another structure may cure. Of "components" only this is left
 * when a search has been planned: more of them than there are different rows.
 */
const curable: ReadonlySet<string> = new Set([
  'collapsed',
  'collinear',
  'components',
  'constant-column',
  'few-rows',
]);

/**
 * What a failed fit says in the table: why, without the name of the function that failed, so that it reads
 * the same whether the fit was made at once or in the background.
 *
 * @throws the error itself when no other cell would do better
 */
export function failedResult(error: unknown): CellResult {
  if (!(error instanceof GaussmixError) || !curable.has(error.code)) throw error;
  return { error: error.message.replace(/^fitMixture(Async)?: /, '') };
}
