import { readFileSync } from 'node:fs';
import { runAlone } from '../lib/check.mjs';
import { filesUnder, fromTop } from '../lib/workspace.mjs';

export const title = 'no machine paths, no tests switched off, nothing left for later, American spelling';

const text = /\.(ts|mts|mjs|cjs|js|json|ya?ml|md|svelte|html|css|tex|py|R|sh)$|[/\\]run$/;
const code = /\.(ts|mts|mjs|svelte|html|css)$/;
/** What TypeScript checks: not AssemblyScript, where a decorator of a function needs the mark `@ts-ignore: decorator`. */
const typed = /^(?!.*[/\\]assembly[/\\]).*\.(ts|mts|mjs|svelte)$/;
const testFile = /\.test\.ts$/;

/** British spellings; the repository is written in American English, names and prose alike. */
const british = [
  'colour|behaviour|favour|neighbour|centre|modelling|labelled(?!by)|labelling|cancelled|licence',
  '(?:initial|optim|regular|standard|normal|maxim|minim|vector|factor|general|summar|visual|serial|penal)is(?:e|ing|ation)',
  '(?:parameter|real|recogn|organ|random)is(?:e|ing|ation)',
].join('|');

/**
 * What must not stand in a file, where it is looked for, and the cure.
 *
 * @type {{ pattern: RegExp, where: RegExp, cure: string }[]}
 */
const rules = [
  {
    pattern: /(?<![\w.@:/-])\/(?:work|root|farm|home|Users|tmp)\/[\w.-]+/,
    where: text,
    cure: 'is a path of one machine. Start from import.meta.url, or os.tmpdir() for scratch.',
  },
  {
    pattern: /\b(?:it|test|describe|suite)(?:\.\w+)*\.(?:skip|only|todo|fails|skipIf|runIf)\b/,
    where: testFile,
    cure: 'switches a test off or lets it fail. Mend the code or the test.',
  },
  {
    pattern: /\b(?:TODO|FIXME|XXX|HACK)\b/,
    where: code,
    cure: 'is left for later. Do it now, or open an issue.',
  },
  {
    pattern: /@ts-(?:ignore|nocheck|expect-error)\b/,
    where: typed,
    cure: 'gives up the type. Narrow it, or write a type guard.',
  },
  {
    pattern: new RegExp(`\\w*(?:${british})\\w*`, 'i'),
    where: /\.(ts|mts|mjs|svelte|html|css|md|json)$/,
    cure: 'is British spelling. Write it the American way.',
  },
];

/** Third-party text and data, and this list of what is forbidden. */
const exempt = /^(?:LICENSE|pnpm-lock\.yaml|scripts\/checks\/hygiene\.mjs|.*\/test\/.*\.json)$/;

/**
 * @param {string} top
 */
export function check(top) {
  return filesUnder(top, text).flatMap((file) => {
    const path = fromTop(file, top);
    if (exempt.test(path)) return [];
    const lines = readFileSync(file, 'utf8').split('\n');
    return rules
      .filter(({ where }) => where.test(file))
      .flatMap(({ pattern, cure }) =>
        lines.flatMap((line, index) => {
          const found = pattern.exec(line)?.[0];
          return found === undefined ? [] : [`${path}:${index + 1}: "${found}" ${cure}`];
        }),
      );
  });
}

await runAlone(import.meta.url, { title, check });
