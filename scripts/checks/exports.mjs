import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { runAlone } from '../lib/check.mjs';
import { lineOf } from '../lib/syntax.mjs';
import { entries, fromTop, members } from '../lib/workspace.mjs';

export const title = 'every export is documented and takes at most three positional parameters';

const mostParameters = 3;

/**
 * @param {string} top
 */
export function check(top) {
  const packages = members(top).filter(({ folder }) => folder.startsWith('packages/'));
  const doors = packages.flatMap(entries);
  const program = ts.createProgram(
    doors.map(({ source }) => source),
    {
      ...compilerOptions(top),
      paths: Object.fromEntries(doors.map(({ specifier, source }) => [specifier, [source]])),
    },
  );
  const checker = program.getTypeChecker();
  const unfound = doors
    .filter(({ source }) => program.getSourceFile(source) === undefined)
    .map(({ specifier, source }) => {
      const cure = 'Name the entry after its file, or after a folder with an index.ts.';
      return `${specifier}: there is no ${fromTop(source, top)} that it could be built from. ${cure}`;
    });
  /** @type {Map<ts.Symbol, string>} each export once, though several entries may pass it on */
  const exported = new Map();
  for (const { specifier, source } of doors) {
    const file = program.getSourceFile(source);
    const module = file && checker.getSymbolAtLocation(file);
    if (!module) continue;
    for (const symbol of checker.getExportsOfModule(module)) {
      const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      if (!exported.has(target)) exported.set(target, `${specifier}: ${symbol.name}`);
    }
  }
  const undescribed = [...exported].flatMap(([symbol, name]) => {
    const declaration = symbol.declarations?.[0];
    if (!declaration || declaration.getSourceFile().fileName.includes('node_modules')) return [];
    const where = `${fromTop(declaration.getSourceFile().fileName, top)}:${lineOf(declaration)}: ${name}`;
    return problemsOf(symbol, declaration, checker).map((problem) => `${where} ${problem}`);
  });
  return [...unfound, ...undescribed];
}

/**
 * @param {string} top
 */
function compilerOptions(top) {
  const { config } = ts.parseConfigFileTextToJson(
    'tsconfig.base.json',
    readFileSync(join(top, 'tsconfig.base.json'), 'utf8'),
  );
  return { ...ts.convertCompilerOptionsFromJson(config.compilerOptions, top).options, types: [] };
}

/**
 * @param {ts.Symbol} symbol
 * @param {ts.Declaration} declaration
 * @param {ts.TypeChecker} checker
 */
function problemsOf(symbol, declaration, checker) {
  const problems = [...undocumented(symbol, declaration, checker)];
  if (ts.isClassDeclaration(declaration)) {
    for (const member of declaration.members) {
      const method = member.name && checker.getSymbolAtLocation(member.name);
      const hidden =
        ts.getCombinedModifierFlags(member) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected);
      if (!method || hidden || ts.isPrivateIdentifier(/** @type {ts.Node} */ (member.name))) continue;
      problems.push(...undocumented(method, member, checker).map((text) => `.${method.name} ${text}`));
    }
  }
  return problems;
}

/**
 * @param {ts.Symbol} symbol
 * @param {ts.Declaration} declaration
 * @param {ts.TypeChecker} checker
 */
function undocumented(symbol, declaration, checker) {
  const text = ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim();
  const tags = symbol.getJsDocTags(checker);
  if (text === '' && !tags.some(({ name }) => name === 'inheritDoc'))
    return ['has no doc comment. Say in a sentence what it is; a formula above code that has one.'];
  if (!(symbol.flags & (ts.SymbolFlags.Function | ts.SymbolFlags.Variable | ts.SymbolFlags.Method)))
    return [];
  const signature = checker.getTypeOfSymbolAtLocation(symbol, declaration).getCallSignatures()[0];
  if (!signature || signature.parameters.length === 0) return [];
  const problems = [];
  const result = checker.typeToString(signature.getReturnType());
  const told =
    /\b(returns?|yields?)\b/i.test(text) || tags.some(({ name }) => /^(returns?|yields)$/.test(name));
  const valueless =
    /^(Promise<)?(void|never)\b/.test(result) || checker.getTypePredicateOfSignature(signature);
  if (!told && !valueless && !namesItsResult(text))
    problems.push('does not say what it returns. Begin with that, or add "@returns" with shape and units.');
  if (signature.parameters.length > mostParameters)
    problems.push(
      `takes ${signature.parameters.length} positional parameters. Put all but the first few into an options object.`,
    );
  return problems;
}

/**
 * Whether a comment begins with what comes back ("Log-density of each row") and not with what is done ("Fits ...").
 *
 * @param {string} text
 */
function namesItsResult(text) {
  return !/^[A-Z][a-z]+s\b/.test(text);
}

await runAlone(import.meta.url, { title, check });
