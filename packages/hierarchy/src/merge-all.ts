import { type Groups, placeOf } from './groups.ts';
import type { MergeCosts } from './models/tree-model.ts';

/** What merging all groups into one came to. */
export interface Merges {
  /** Pairs of groups, the smaller number first. */
  readonly merges: Int32Array;
  readonly costs: Float64Array;
}

/**
 * Merges the cheapest two groups until one is left. Of equal costs that with the smallest numbers is taken, the larger
 * number of a pair first.
 *
 * Each group remembers the cheapest of the groups before it, and what that costs. Where that partner is gone, the cost
 * is still a lower bound, and only a group whose bound is the lowest of all looks again: Müllner (2011),
 * arXiv:1109.2378, section 3.1, with costs that may fall by a known fraction.
 *
 * O(n^2) costs in most cases, O(n^3) at worst, and O(n) memory.
 */
export function mergeAll(groups: Groups, model: MergeCosts): Merges {
  const steps = groups.left - 1;
  const merges = new Int32Array(2 * steps);
  const costs = new Float64Array(steps);
  const partners = createPartners(groups, model);
  for (let t = 0; t < steps; t++) {
    const place = partners.cheapest();
    const a = partners.partner[place]!;
    const b = groups.alive[place]!;
    merges[2 * t] = a;
    merges[2 * t + 1] = b;
    costs[t] = partners.bounds[place]!;
    const kept = model.merge(a, b);
    partners.forget(place, { a, b, kept });
    partners.renew(a);
  }
  return { merges, costs };
}

/** Of a group that has to look again. */
const NONE = -1;

function createPartners(groups: Groups, model: MergeCosts) {
  const { alive } = groups;
  // By place among the groups that are left. The first has none before it.
  const bounds = new Float64Array(groups.left).fill(Infinity);
  const partner = new Int32Array(groups.left).fill(NONE);
  for (let place = 1; place < groups.left; place++) look(place);

  /** Finds the cheapest partner of the group at a place. */
  function look(place: number): void {
    const group = alive[place]!;
    let best = alive[0]!;
    let least = model.cost(group, best, Infinity);
    for (let at = 1; at < place; at++) {
      const other = alive[at]!;
      const cost = model.cost(group, other, least);
      if (cost < least) {
        least = cost;
        best = other;
      }
    }
    bounds[place] = least;
    partner[place] = best;
  }

  function cheapest(): number {
    for (;;) {
      let best = 1;
      for (let place = 2; place < groups.left; place++) {
        if (bounds[place]! < bounds[best]!) best = place;
      }
      if (partner[best] !== NONE) return best;
      look(best);
    }
  }

  /** Groups a and b at a place are now one. */
  function forget(place: number, { a, b, kept }: { a: number; b: number; kept: number }): void {
    bounds.copyWithin(place, place + 1, groups.left + 1);
    partner.copyWithin(place, place + 1, groups.left + 1);
    for (let at = 1; at < groups.left; at++) {
      bounds[at] = bounds[at]! * kept;
      if (!model.steady || partner[at] === a || partner[at] === b) partner[at] = NONE;
    }
  }

  /** Group a has changed: what it costs to merge with each other. */
  function renew(a: number): void {
    const own = placeOf(groups, a);
    if (own > 0) look(own);
    for (let place = own + 1; place < groups.left; place++) {
      const bound = bounds[place]!;
      const cost = model.cost(alive[place]!, a, bound);
      if (cost < bound || (cost === bound && partner[place]! > a)) {
        bounds[place] = cost;
        partner[place] = a;
      }
    }
  }

  return { bounds, partner, cheapest, forget, renew };
}
