import { toDense } from '@gaussmix/covariance';
import { describe, expect, it } from 'vitest';
import {
  areMachines,
  covarianceOf,
  initialList,
  listOf,
  type Machine,
  machinesOf,
  movedTo,
  newMachine,
  shapedTo,
  truthOf,
} from '../../../src/pages/generators/machines.ts';

const lying: Machine = { rate: 1, mean: { x: 1, y: -2 }, along: 2, across: 0.5, turn: 0 };

describe('machines of an address', () => {
  it('are six numbers each, there and back', () => {
    expect(machinesOf([1, 1, -2, 2, 0.5, 0])).toEqual([lying]);
    expect(listOf(machinesOf(initialList))).toEqual(initialList);
  });

  it('are refused where a number is missing or cannot be set, and where there are too few or too many', () => {
    expect(areMachines(initialList)).toBe(true);
    expect(areMachines(initialList.slice(0, 17))).toBe(false);
    expect(areMachines(initialList.slice(0, 6))).toBe(false);
    expect(areMachines([...initialList, ...initialList])).toBe(false);
    for (const [place, value] of [
      [0, 0],
      [1, 7],
      [2, -4],
      [3, 0.05],
      [4, 3.1],
      [5, 200],
    ]) {
      expect(areMachines(initialList.with(place, value))).toBe(false);
    }
  });

  it('keep the digits that an address keeps, so that a link shows the same bits', () => {
    expect(listOf([{ ...lying, along: 1.23456789 }])).toEqual([1, 1, -2, 1.2346, 0.5, 0]);
  });

  it('can be added up to five', () => {
    let machines = machinesOf(initialList.slice(0, 12));
    while (machines.length < 5) machines = [...machines, newMachine(machines.length)];
    expect(areMachines(listOf(machines))).toBe(true);
  });
});

describe('the covariance of a machine', () => {
  it('is the squares of its deviations while it lies', () => {
    expect(covarianceOf(lying)).toEqual({ xx: 4, xy: 0, yy: 0.25 });
  });

  it('turned by 45 degrees has half the difference of the squares off the diagonal', () => {
    const { xx, xy, yy } = covarianceOf({ ...lying, turn: 45 });
    expect(xx).toBeCloseTo(2.125, 14);
    expect(yy).toBeCloseTo(2.125, 14);
    expect(xy).toBeCloseTo(1.875, 14);
  });

  it('can be given, and comes back', () => {
    const shaped = shapedTo(lying, covarianceOf({ ...lying, turn: -30 }));
    expect(shaped.along).toBeCloseTo(2, 12);
    expect(shaped.across).toBeCloseTo(0.5, 12);
    expect(shaped.turn).toBeCloseTo(-30, 12);
  });

  it('is held where its deviations can be set', () => {
    const shaped = shapedTo(lying, { xx: 100, xy: 0, yy: 1e-6 });
    expect([shaped.along, shaped.across]).toEqual([3, 0.1]);
  });
});

it('a machine stays on the canvas', () => {
  expect(movedTo(lying, { x: 9, y: -9 }).mean).toEqual({ x: 6.5, y: -3.5 });
});

it('the truth has the rates as weights, and the means and covariances of the machines', () => {
  const truth = truthOf([lying, { ...lying, rate: 3, mean: { x: 0, y: 0 } }]);
  expect([...truth.weights]).toEqual([0.25, 0.75]);
  expect(truth.means.map((mean) => [...mean])).toEqual([
    [1, -2],
    [0, 0],
  ]);
  expect([...toDense(truth.covariances[0])]).toEqual([4, 0, 0, 0.25]);
});
