import { join } from 'node:path';
import { type Cell, STRUCTURES } from '../cells.ts';
import { appFolder } from '../folders.ts';
import type { Launch } from '../protocol/session.ts';
import { buildArmadillo } from './build-armadillo.ts';
import { findPython } from './find-python.ts';
import type { Peer } from './peer.ts';

/** This library, as the same kind of program as its peers. */
export const ours: Peer = {
  name: 'gaussmix',
  install: '',
  structures: STRUCTURES,
  threads: [1, 2],
  seconds: 0,
  cells: () => true,
  launch: (threads) => nodeProgram('gaussmix', threads),
};

/** scikit-learn as it is installed. */
export const scikitLearn: Peer = {
  name: 'scikit-learn',
  install: 'apt-get install python3-sklearn libopenblas0',
  structures: STRUCTURES,
  threads: [1, 2],
  seconds: 3.5,
  cells: () => true,
  launch: (threads) => pythonProgram(threads),
};

const armadillo: Peer = {
  name: 'Armadillo',
  install: 'apt-get install g++ libarmadillo-dev',
  structures: ['full', 'diag'],
  threads: [1, 2],
  seconds: 3,
  cells: () => true,
  launch: async (threads) => ({ command: await buildArmadillo(), args: [], env: threadVariables(threads) }),
};

const mclust: Peer = {
  name: 'mclust',
  install: 'apt-get install r-cran-mclust',
  structures: STRUCTURES,
  threads: [1],
  seconds: 3,
  cells: (cell) => work(cell) <= 2e8,
  limits: 'one thread; cells of at most 2e8 multiplications (n K d²), as its iterations take seconds beyond',
  launch: () => ({
    command: 'Rscript',
    args: ['--vanilla', join(appFolder, 'peers/mclust.R')],
    env: threadVariables(1),
  }),
};

const expectationMaximization: Peer = {
  name: 'expectation-maximization',
  install: 'pnpm install',
  structures: ['full'],
  threads: [1],
  seconds: 5,
  cells: (cell) => work(cell) <= 1e8 && cell.rows <= 200_000,
  limits: 'one thread, full covariances; cells of at most 200,000 rows and 1e8 multiplications (n K d²)',
  launch: () => nodeProgram('expectation-maximization', 1),
};

const gaussianMixtureModel: Peer = {
  name: 'gaussian-mixture-model',
  install: 'pnpm install',
  structures: ['full'],
  threads: [1],
  seconds: 5,
  cells: (cell) => work(cell) <= 1e8 && cell.rows <= 200_000,
  limits: 'one thread, full covariances; cells of at most 200,000 rows and 1e8 multiplications (n K d²)',
  launch: () => nodeProgram('gaussian-mixture-model', 1),
};

/** It only clusters: see the section on k-means. */
export const mlKMeans: Peer = {
  name: 'ml-kmeans',
  install: 'pnpm install',
  structures: [],
  threads: [1],
  seconds: 5,
  cells: () => true,
  launch: () => nodeProgram('ml-kmeans', 1),
};

/** Every peer that does not depend on the machine. */
export const PEERS: readonly Peer[] = [
  scikitLearn,
  armadillo,
  mclust,
  gaussianMixtureModel,
  expectationMaximization,
  mlKMeans,
];

/** scikit-learn with other kernels of OpenBLAS than it chooses by itself. */
export function scikitLearnWithKernels(kernels: string): Peer {
  return {
    ...scikitLearn,
    name: `scikit-learn with OPENBLAS_CORETYPE=${kernels}`,
    structures: ['full', 'tied'],
    limits: 'full and tied, whose time is in matrix products; the default kernels are compared on every type',
    launch: (threads) => pythonProgram(threads, { OPENBLAS_CORETYPE: kernels }),
  };
}

function work({ rows, columns, components }: Cell): number {
  return rows * components * columns * columns;
}

function nodeProgram(name: string, threads: number): Launch {
  return {
    command: process.execPath,
    args: ['--no-warnings', join(appFolder, `dist/programs/${name}.js`), String(threads)],
  };
}

function pythonProgram(threads: number, env: Readonly<Record<string, string>> = {}): Launch {
  const args = [join(appFolder, 'peers/scikit-learn.py')];
  return { command: findPython(), args, env: { ...threadVariables(threads), ...env } };
}

function threadVariables(threads: number): Record<string, string> {
  return { OMP_NUM_THREADS: String(threads), OPENBLAS_NUM_THREADS: String(threads) };
}
