import { readModel } from '../../src/index.ts';
import { complete, fullComponent, handWritten } from './examples.ts';

/** Reads the hand-written document after a change to it. */
export function readChanged(change: (document: ReturnType<typeof handWritten>) => void): () => unknown {
  const document = handWritten();
  change(document);
  return () => readModel(document, { name: 'm.json' });
}

/** Reads the document with one complete component, after a change to that. */
export function readComponent(
  change: Record<string, unknown>,
  top: Record<string, unknown> = {},
): () => unknown {
  return () =>
    readModel(
      { ...complete(), ...top, components: [{ ...fullComponent(), ...change }] },
      { name: 'one.json' },
    );
}

/** Reads the hand-written document with these transforms. */
export function readTransforms(
  transforms: unknown,
  columns: unknown = ['eruptions', 'waiting'],
): () => unknown {
  return () => readModel({ ...handWritten(), columns, transforms }, { name: 't.json' });
}
