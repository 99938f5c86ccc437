// Makes transactions.csv: 2,000 simulated card payments of one customer, 20 of which do not fit the habits.
// Run `node make-transactions.mjs > transactions.csv` in this folder, after the packages are built.
import { exp, log } from '@gaussmix/kernels';
import { createRandom } from '@gaussmix/random';

const ROWS = 2000;
const ODD = 20;

/**
 * What a payment of one kind looks like: hour of the day is normal, the other three are log-normal. `median` is the
 * median, `spread` the standard deviation of the logarithm (of the hour itself for `hour`).
 */
const habits = [
  { weight: 0.34, amount: [4.2, 0.3], hour: [8.1, 0.5], distance: [0.9, 0.5], minutes: [760, 0.35] }, // coffee
  { weight: 0.26, amount: [13, 0.3], hour: [12.6, 0.6], distance: [5.5, 0.3], minutes: [250, 0.35] }, // lunch
  { weight: 0.25, amount: [46, 0.5], hour: [18.2, 1.1], distance: [2.2, 0.5], minutes: [330, 0.4] }, // groceries
  { weight: 0.15, amount: [70, 0.6], hour: [20.3, 1.3], distance: [16, 0.6], minutes: [140, 0.6] }, // going out
];

/** Their values are usual one by one; it is the combination that is not. The last kind is hardly odd at all. */
const oddities = [
  { weight: 6, amount: [60, 0.5], hour: [3, 1.4], distance: [14, 0.5], minutes: [300, 0.5] }, // a stolen card, at night
  { weight: 5, amount: [3, 0.4], hour: [15, 1.5], distance: [6, 0.5], minutes: [60, 0.5] }, // a number being tried
  { weight: 5, amount: [75, 0.4], hour: [8.3, 1], distance: [1.3, 0.5], minutes: [300, 0.6] }, // dear, at coffee time
  { weight: 4, amount: [36, 0.4], hour: [13.5, 1], distance: [12, 0.4], minutes: [200, 0.4] }, // a long way for lunch
];

const random = createRandom('transactions');

/** A log-normal value of the given median and spread. */
const logNormal = ([median, spread]) => median * exp(spread * random.normal());

/** A payment of one of the kinds. */
function payment(kinds, odd) {
  const kind = kinds[random.categorical(kinds.map(({ weight }) => weight))];
  const hour = (((kind.hour[0] + kind.hour[1] * random.normal()) % 24) + 24) % 24;
  return {
    amount: Math.max(0.01, logNormal(kind.amount)).toFixed(2),
    hour: Math.min(hour, 23.99).toFixed(2),
    distance_km: Math.max(0.1, logNormal(kind.distance)).toFixed(1),
    minutes_since_last: Math.max(1, logNormal(kind.minutes)).toFixed(0),
    odd,
  };
}

/** With the logarithms of the three columns that have a long tail, of the values as written. */
function withLogs({ amount, hour, distance_km, minutes_since_last, odd }) {
  const logs = [amount, distance_km, minutes_since_last].map((text) => log(Number(text)).toFixed(3));
  return [amount, hour, distance_km, minutes_since_last, ...logs, odd];
}

const rows = [
  ...Array.from({ length: ROWS - ODD }, () => payment(habits, 0)),
  ...Array.from({ length: ODD }, () => payment(oddities, 1)),
];
random.shuffle(rows);

console.log('amount,hour,distance_km,minutes_since_last,log_amount,log_distance,log_minutes,odd');
for (const row of rows) console.log(withLogs(row).join(','));
