import type { ModelDocument } from './model-document.ts';
import { defaultMaxNumbers, type ReadModelOptions, readModel } from './read-model.ts';
import { scanJson } from './scan-json.ts';

/**
 * A model document from its text, checked: safe for files from strangers.
 *
 * @throws GaussmixError "model-syntax" naming line and column of what is not JSON, or where it was cut short; else
 *   as {@link readModel} does
 */
export function parseModel(text: string, options: ReadModelOptions = {}): ModelDocument {
  const { name = 'model', maxNumbers = defaultMaxNumbers } = options;
  const json = text.replace(/^\uFEFF/, '');
  scanJson(json, { name, maxNumbers });
  return readModel(JSON.parse(json), { name, maxNumbers });
}
