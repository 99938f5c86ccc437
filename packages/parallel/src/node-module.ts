/**
 * A module of Node, where there is Node; without an import that bundlers for pages would follow.
 *
 * @returns undefined elsewhere
 */
export function nodeModule<Name extends 'node:os' | 'node:worker_threads'>(
  name: Name,
): NodeModules[Name] | undefined {
  const { process } = globalThis as { process?: Partial<NodeJS.Process> };
  return process?.getBuiltinModule?.(name) as NodeModules[Name] | undefined;
}

interface NodeModules {
  'node:os': typeof import('node:os');
  'node:worker_threads': typeof import('node:worker_threads');
}
