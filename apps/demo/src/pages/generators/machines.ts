import { covarianceFromDense } from '@gaussmix/covariance';
import { createMixture, type Mixture } from '@gaussmix/distributions';
import { axesOf, covarianceOfAxes, type PlaneCovariance } from '../../charts/axes-of.ts';
import type { Place } from '../../charts/frame.ts';

/** A machine that throws balls at a canvas. */
export interface Machine {
  /** How often it throws, against the others. */
  readonly rate: number;
  readonly mean: Place;
  /** Standard deviation of its throws along its first axis. */
  readonly along: number;
  /** And along the second, at a right angle to the first. */
  readonly across: number;
  /** From the x axis to its first, in degrees. */
  readonly turn: number;
}

/** The canvas. */
export const canvas = { x: [-6.5, 6.5], y: [-3.5, 3.5] } as const;

/** How many machines there can be. */
export const machineCount = { least: 2, most: 5 } as const;

/** The least and the largest standard deviation that can be set. */
export const deviations = { least: 0.1, most: 3 } as const;

/** The least and the largest rate. */
export const rates = { least: 0.1, most: 3 } as const;

/** Six numbers for each machine: rate, mean, both standard deviations, turn. */
export const initialList: readonly number[] = [
  ...[1, -2.4, 0.9, 1.5, 0.4, 35],
  ...[1.5, 1.1, 1.3, 0.7, 0.6, 0],
  ...[0.7, 1.6, -1.6, 1.4, 0.35, -20],
];

const perMachine = 6;

/** Machines from numbers of an address. */
export function machinesOf(list: readonly number[]): Machine[] {
  return Array.from({ length: list.length / perMachine }, (_, k) => {
    const [rate, x, y, along, across, turn] = list.slice(perMachine * k, perMachine * (k + 1));
    return { rate, mean: { x, y }, along, across, turn };
  });
}

/** The numbers that {@link machinesOf} reads, as many digits as an address keeps: so a link is the same machines. */
export function listOf(machines: readonly Machine[]): number[] {
  return machines
    .flatMap(({ rate, mean, along, across, turn }) => [rate, mean.x, mean.y, along, across, turn])
    .map((value) => Math.round(value * 1e4) / 1e4);
}

/** Whether numbers of an address are machines that can be shown. */
export function areMachines(list: readonly number[]): boolean {
  const machines = machinesOf(list);
  if (list.length % perMachine !== 0) return false;
  if (machines.length < machineCount.least || machines.length > machineCount.most) return false;
  return machines.every(
    ({ rate, mean, along, across, turn }) =>
      within(rate, [rates.least, rates.most]) &&
      within(mean.x, canvas.x) &&
      within(mean.y, canvas.y) &&
      within(along, [deviations.least, deviations.most]) &&
      within(across, [deviations.least, deviations.most]) &&
      within(turn, [-180, 180]),
  );
}

/** The covariance of a machine's throws. */
export function covarianceOf({ along, across, turn }: Machine): PlaneCovariance {
  return covarianceOfAxes({ long: along, short: across, angle: (turn * Math.PI) / 180 });
}

/** A machine moved to a place, as far as the canvas goes. */
export function movedTo(machine: Machine, { x, y }: Place): Machine {
  return { ...machine, mean: { x: held(x, canvas.x), y: held(y, canvas.y) } };
}

/** A machine with another covariance, as far as its standard deviations can be set. */
export function shapedTo(machine: Machine, covariance: PlaneCovariance): Machine {
  const { long, short, angle } = axesOf(covariance);
  const limits = [deviations.least, deviations.most] as const;
  return {
    ...machine,
    along: held(long, limits),
    across: held(short, limits),
    turn: held((angle * 180) / Math.PI, [-180, 180]),
  };
}

/** The mixture that the machines throw: who throws how often, and where it goes. */
export function truthOf(machines: readonly Machine[]): Mixture {
  const total = machines.reduce((sum, { rate }) => sum + rate, 0);
  return createMixture({
    weights: machines.map(({ rate }) => rate / total),
    means: machines.map(({ mean }) => [mean.x, mean.y]),
    covariances: machines.map((machine) => {
      const { xx, xy, yy } = covarianceOf(machine);
      return covarianceFromDense(Float64Array.of(xx, xy, xy, yy), 2);
    }),
  });
}

/** A machine to add to so many others, where there is room at first. */
export function newMachine(others: number): Machine {
  const mean = [
    { x: 4.2, y: 2.2 },
    { x: -2.2, y: -2.4 },
    { x: 4.6, y: 0.4 },
  ][others - machineCount.least];
  return { rate: 1, mean, along: 0.6, across: 0.6, turn: 0 };
}

/** The letter of a machine; components have numbers. */
export function letterOf(k: number): string {
  return 'ABCDE'[k];
}

function within(value: number, [low, high]: readonly [number, number]): boolean {
  return value >= low && value <= high;
}

function held(value: number, [low, high]: readonly [number, number]): number {
  return Math.min(high, Math.max(low, value));
}
