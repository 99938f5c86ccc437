import type { Mixture } from '@gaussmix/distributions';
import { type ComponentFigures, componentFigures, hasCorrelations } from './component-figures.ts';

const mostPairs = 3;
const worthTelling = 0.3;

/**
 * The strongest correlations within each component, for three columns and more (two have a column in the table).
 *
 * @param names  d names
 * @returns lines, none when there is nothing to tell
 */
export function correlationText(mixture: Mixture, names: readonly string[]): string[] {
  if (mixture.dimension < 3 || !hasCorrelations(mixture)) return [];
  const shared = mixture.covariances.every((covariance) => covariance === mixture.covariances[0]);
  const figures = componentFigures(mixture).slice(0, shared ? 1 : undefined);
  const lines = figures.map((component, k) => {
    const pairs = strongestPairs(component, names);
    const told = pairs.length > 0 ? pairs.join(', ') : `none above ${worthTelling}`;
    return `  ${shared ? 'all' : String(k).padStart(5)}  ${told}`;
  });
  return ['Strongest correlations', ...lines];
}

function strongestPairs({ correlation }: ComponentFigures, names: readonly string[]): string[] {
  const pairs = names.flatMap((first, i) =>
    names.slice(i + 1).map((second, j) => ({ first, second, value: correlation(i, i + 1 + j) })),
  );
  return pairs
    .filter(({ value }) => Math.abs(value) >= worthTelling)
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
    .slice(0, mostPairs)
    .map(({ first, second, value }) => `${first} ~ ${second} ${value.toFixed(2)}`);
}
