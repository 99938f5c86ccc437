import { GaussmixError } from '@gaussmix/kernels';
import * as v from 'valibot';
import { checkComponents } from './check-components.ts';
import { checkTransforms } from './check-transforms.ts';
import { describe } from './describe.ts';
import type { ModelDocument } from './model-document.ts';
import { modelSchema } from './model-schema.ts';
import { type Path, place } from './place.ts';
import { requireSafe } from './safe-json.ts';

/** How to read a model document. */
export interface ReadModelOptions {
  /** What messages call the model, such as the name of its file. Default "model". */
  readonly name?: string;
  /** How many numbers a model may have. Default 10 million. */
  readonly maxNumbers?: number;
}

/** The most numbers that a model may have, unless its reader says otherwise. */
export const defaultMaxNumbers = 10_000_000;

/**
 * A model document from parsed JSON, checked: safe for JSON from strangers. `transforms` and `fit`, and `origin`,
 * `offset` and `factor`, may be missing; what the document has beyond its format is kept.
 *
 * @throws GaussmixError "model-format" or "model-version" for another format or version; "model-unsafe" for keys
 *   such as `__proto__`; "model-limit" for more than `maxNumbers` numbers; "model-invalid" for what is missing, of
 *   the wrong kind or length, or does not agree, naming the component
 */
export function readModel(json: unknown, options: ReadModelOptions = {}): ModelDocument {
  const { name = 'model', maxNumbers = defaultMaxNumbers } = options;
  requireSafe(json, { name, maxNumbers });
  requireFormat(json, name);
  const result = v.safeParse(modelSchema, json, { abortEarly: true });
  if (!result.success) throw invalid(result.issues[0], json, name);
  const document: ModelDocument = result.output;
  const dimension = checkTransforms(document, name);
  checkComponents(document, { name, dimension });
  return document;
}

function requireFormat(json: unknown, name: string): void {
  const wanted = 'format "gaussmix-mixture", version 1';
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new GaussmixError(
      'model-format',
      `${name}: must be an object with ${wanted}, got ${describe(json)}.`,
    );
  }
  const { format, version } = json as Record<string, unknown>;
  if (format === 'gaussmix-mixture' && version === 1) return;
  const got = `got format ${describe(format)}, version ${describe(version)}`;
  if (format !== 'gaussmix-mixture') {
    throw new GaussmixError(
      'model-format',
      `${name}: must have ${wanted}, ${got}. Is it a model written by gaussmix?`,
    );
  }
  throw new GaussmixError(
    'model-version',
    `${name}: must have ${wanted}, ${got}. Read it with a release of gaussmix that knows this version, or fit the model again.`,
  );
}

function invalid(issue: v.InferIssue<typeof modelSchema>, json: unknown, name: string): GaussmixError {
  const path = (issue.path ?? []).map(({ key }) => key) as Path;
  // Of a key that is missing, valibot says that it expected the key.
  const missing = issue.type === 'loose_object' && issue.expected?.startsWith('"');
  const problem = missing ? 'must be given' : issue.message;
  return new GaussmixError(
    'model-invalid',
    `${place(name, path, json)} ${problem}, got ${describe(issue.input)}.`,
  );
}
