import faithful from '../../../assets/tables/faithful.csv?url';
import iris from '../../../assets/tables/iris.csv?url';
import { generated, measured, type Problem } from './problem.ts';
import type { TruthOptions } from './truth.ts';

const addresses = { faithful, iris } as const;

/** Which rows are wanted. */
export type ProblemWish = TruthOptions & {
  readonly data: 'made' | keyof typeof addresses;
  readonly rows: number;
};

/** The rows that are wanted, once they are there. */
export interface ProblemState {
  readonly problem: Problem | undefined;
  /** Why there are none. */
  readonly trouble: string;
}

/** Makes rows up, or loads a table. To be called while a component is made. */
export function problemState(wish: () => ProblemWish): ProblemState {
  let problem = $state.raw<Problem>();
  let trouble = $state('');

  $effect(() => {
    const { data, groups, separation, shape, rows, dimensions, seed } = wish();
    trouble = '';
    if (data === 'made') {
      problem = generated({ groups, separation, shape, rows, dimensions, seed });
      return;
    }
    let wanted = true;
    load(data).then(
      (table) => {
        if (wanted) problem = table;
      },
      (error) => {
        if (wanted) trouble = error instanceof Error ? error.message : String(error);
      },
    );
    return () => {
      wanted = false;
    };
  });

  return {
    get problem() {
      return problem;
    },
    get trouble() {
      return trouble;
    },
  };
}

async function load(name: keyof typeof addresses): Promise<Problem> {
  const answer = await fetch(addresses[name]);
  return measured(await answer.text(), `${name}.csv`);
}
