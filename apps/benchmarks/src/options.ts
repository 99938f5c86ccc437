import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CELLS, type Cell, cellOfName, KINDS, QUICK_CELLS, STRUCTURES, type StructureName } from './cells.ts';
import { appFolder } from './folders.ts';

/** The parts of a benchmark, in the order in which they run. */
export const SECTIONS = [
  'iterations',
  'threads',
  'fit',
  'kmeans',
  'memory',
  'peak',
  'frames',
  'command',
] as const;
export type SectionName = (typeof SECTIONS)[number];

/** What is run. */
export interface Options {
  readonly quick: boolean;
  readonly help: boolean;
  readonly cells: readonly Cell[];
  readonly structures: readonly StructureName[];
  readonly kinds: readonly (typeof KINDS)[number][];
  readonly threads: readonly number[];
  /** Parts of the names of peers; nothing means all. */
  readonly peers: readonly string[];
  readonly sections: readonly SectionName[];
  /** What times budgets are multiplied by. */
  readonly patience: number;
  /** Whether nothing was left out, so that README.md may quote the results. */
  readonly complete: boolean;
  /** Where the results are written. */
  readonly out: string;
}

/** What --help prints. */
export const USAGE = `pnpm bench [OPTION...]

  --quick             a small part, in about two minutes; its results go to a file of their own
  --cells LIST        sizes, rows x columns x components: 100000x8x8,20000x64x16
  --types LIST        ${STRUCTURES.join(',')}
  --kinds LIST        ${KINDS.join(',')}
  --threads LIST      1,2
  --peers LIST        parts of names: scikit,arma
  --sections LIST     ${SECTIONS.join(',')}
  --patience FACTOR   multiplies the time that each comparison may take; 1 when absent
  --out FILE          where the results are written
`;

/** How much of each budget a quick look takes. */
const QUICK_PATIENCE = 0.25;

/**
 * Options from the command line.
 *
 * @throws Error for what cannot be meant
 */
export function parseOptions(args: readonly string[]): Options {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args: args.filter((argument) => argument !== '--'),
    options: {
      ...{ quick: flag, help: flag, cells: text, types: text, kinds: text, threads: text },
      ...{ peers: text, sections: text, patience: text, out: text },
    },
  });
  const { quick, help } = values;
  const patience = Number(values.patience ?? (quick ? QUICK_PATIENCE : 1));
  if (!(patience > 0)) throw new Error(`--patience: must be a positive number, got "${values.patience}"`);
  const threads = listOf(values.threads, '1,2').map(Number);
  if (threads.some((count) => count !== 1 && count !== 2))
    throw new Error(`--threads: must be 1, 2 or 1,2, got "${values.threads}"`);
  const partial = [values.cells, values.types, values.kinds, values.threads, values.peers, values.sections];
  const complete = !quick && partial.every((value) => value === undefined);
  return {
    quick,
    help,
    cells: values.cells ? listOf(values.cells).map(cellOfName) : quick ? QUICK_CELLS : CELLS,
    structures: choicesOf('--types', values.types ?? (quick ? 'full' : undefined), STRUCTURES),
    kinds: choicesOf('--kinds', values.kinds, KINDS),
    threads,
    peers: listOf(values.peers),
    sections: choicesOf('--sections', values.sections, SECTIONS),
    patience,
    complete,
    out: values.out ?? join(appFolder, complete ? 'RESULTS.md' : 'dist/RESULTS-partial.md'),
  };
}

function listOf(text: string | undefined, otherwise = ''): string[] {
  return (text ?? otherwise).split(',').filter((item) => item !== '');
}

function choicesOf<Choice extends string>(
  name: string,
  text: string | undefined,
  choices: readonly Choice[],
): Choice[] {
  if (text === undefined) return [...choices];
  return listOf(text).map((item) => {
    const choice = choices.find((known) => known === item);
    if (choice === undefined) throw new Error(`${name}: must be among ${choices.join(', ')}, got "${item}"`);
    return choice;
  });
}
