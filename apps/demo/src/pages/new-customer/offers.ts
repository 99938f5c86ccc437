import { mean } from 'd3-array';

/** What can be sent to a customer. */
export const offers = ['premium', 'discount', 'none'] as const;

/** One of them. */
export type Offer = (typeof offers)[number];

/** How the offers are called. */
export const offerNames: Readonly<Record<Offer, string>> = {
  premium: 'Premium offer',
  discount: 'Discount offer',
  none: 'No offer',
};

/** What each offer earns, in euros: for a premium customer and for a discount customer, offer after offer. */
export type Payoffs = readonly number[];

/** A good guess earns, a bad one costs: premium offers that bore, discounts given to those who would have paid. */
export const usualPayoffs: Payoffs = [30, -40, -20, 12, 0, 0];

/** The largest payoff that the page takes, either way. */
export const largestPayoff = 1000;

/**
 * What an offer earns on average from a customer who is premium with probability p.
 *
 *   E = p a + (1 - p) b
 */
export function expectedValue(payoffs: Payoffs, offer: number, p: number): number {
  return p * payoffs[2 * offer] + (1 - p) * payoffs[2 * offer + 1];
}

/** The offer, by its place in the list, that earns most on average; the first where several earn alike. */
export function bestOffer(payoffs: Payoffs, p: number): number {
  let best = 0;
  for (let offer = 1; offer < offers.length; offer++)
    if (expectedValue(payoffs, offer, p) > expectedValue(payoffs, best, p)) best = offer;
  return best;
}

/** An interval of probabilities in which one offer is the best. */
export interface OfferRange {
  readonly offer: number;
  readonly from: number;
  readonly to: number;
}

/** Which offer is best from which probability of being premium to which, from 0 to 1. */
export function offerRanges(payoffs: Payoffs): OfferRange[] {
  const crossings = offers.flatMap((_, i) =>
    offers.slice(i + 1).flatMap((__, more) => crossing(payoffs, i, i + 1 + more)),
  );
  const ends = [0, ...crossings.sort((a, b) => a - b), 1];
  const ranges: OfferRange[] = [];
  for (let i = 1; i < ends.length; i++) {
    if (ends[i] === ends[i - 1]) continue;
    const offer = bestOffer(payoffs, (ends[i - 1] + ends[i]) / 2);
    const before = ranges.at(-1);
    if (before?.offer === offer) ranges[ranges.length - 1] = { ...before, to: ends[i] };
    else ranges.push({ offer, from: ends[i - 1], to: ends[i] });
  }
  return ranges;
}

/** The probability between 0 and 1 at which two offers earn the same. */
function crossing(payoffs: Payoffs, i: number, j: number): number[] {
  const [atOne, atZero] = [payoffs[2 * i] - payoffs[2 * j], payoffs[2 * i + 1] - payoffs[2 * j + 1]];
  const p = atZero / (atZero - atOne);
  return p > 0 && p < 1 ? [p] : [];
}

/** What ways to decide earn on average per customer, in euros. */
export interface Earnings {
  /** By expected value. */
  readonly expected: number;
  /** By k-means' label, as if it were certain. */
  readonly kmeans: number;
  /** By the mixture's likelier group, as if it were certain. */
  readonly likelier: number;
}

/**
 * What deciding costs and earns over many customers, in expectation under the mixture.
 *
 * @param probabilities  for each customer, that of being premium
 * @param byKMeans  for each customer, whether k-means says premium
 */
export function earnings(
  payoffs: Payoffs,
  probabilities: readonly number[],
  byKMeans: readonly boolean[],
): Earnings {
  const ifSure = [bestOffer(payoffs, 0), bestOffer(payoffs, 1)];
  const over = (decide: (p: number, i: number) => number): number =>
    mean(probabilities, (p, i) => expectedValue(payoffs, decide(p, i), p)) ?? 0;
  return {
    expected: over((p) => bestOffer(payoffs, p)),
    kmeans: over((_, i) => ifSure[Number(byKMeans[i])]),
    likelier: over((p) => ifSure[Number(p >= 0.5)]),
  };
}
