import { join } from 'node:path';
import ts from 'typescript';

/**
 * Type-checks examples as a reader's strict project would, against the built packages.
 *
 * @param {import('./markdown.mjs').Block[]} blocks
 * @param {string} top
 * @returns {string[]}  what is wrong, with page and line
 */
export function typeErrors(blocks, top) {
  const files = new Map(blocks.map((block) => [join(top, `${block.page}.${block.line}.ts`), block]));
  const options = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    moduleDetection: ts.ModuleDetectionKind.Force,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
    types: ['node'],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.getCurrentDirectory = () => top;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name)?.code ?? readFile(name);
  host.getSourceFile = (name, language, ...rest) => {
    const block = files.get(name);
    return block ? ts.createSourceFile(name, block.code, language) : getSourceFile(name, language, ...rest);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const text = ts.flattenDiagnosticMessageText(messageText, '\n');
    const block = file && files.get(file.fileName);
    if (!block) return text;
    return `${block.page}:${block.line + ts.getLineAndCharacterOfPosition(file, start ?? 0).line}: ${text}`;
  });
}
