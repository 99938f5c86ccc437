import type { FamilyName } from '@gaussmix/covariance';
import type { Fit } from '@gaussmix/em';
import { aic, aicc, bic, type InformationCriterion, icl } from '@gaussmix/model-selection';

/** The criteria that the page compares. */
export const criteria = { bic, aic, aicc, icl } as const satisfies Record<string, InformationCriterion>;

/** The name of one of them. */
export type CriterionName = keyof typeof criteria;

/** How they are written. */
export const criterionLabels: Readonly<Record<CriterionName, string>> = {
  bic: 'BIC',
  aic: 'AIC',
  aicc: 'AICc',
  icl: 'ICL',
};

/** Which cell of the table. */
export interface Place {
  readonly family: FamilyName;
  readonly components: number;
}

/** A cell as far as it is known. */
export interface Cell extends Place {
  readonly fit?: Fit;
  /** Why there is no fit. */
  readonly error?: string;
  /** The mean log-density of fresh rows, in nats per row. */
  readonly freshLogDensity?: number;
}

/** Where a cell stands in a table by key. */
export function keyOf({ family, components }: Place): string {
  return `${family}${components}`;
}

/** The value of a cell; undefined where there is none. */
export function costOf(cell: Cell | undefined, criterion: CriterionName): number | undefined {
  const value = cell?.fit && criteria[criterion].cost(cell.fit);
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}

/** Whether a component collapsed or looks spurious, so that the value is low for the wrong reason. */
export function isDoubtful({ fit }: Cell): boolean {
  return fit?.warnings.some(({ component }) => component !== undefined) ?? false;
}

/** The cheapest cell without doubts, while a search runs. */
export function leader(cells: Iterable<Cell>, criterion: CriterionName): Place | undefined {
  let best: { place: Place; value: number } | undefined;
  for (const cell of cells) {
    const value = costOf(cell, criterion);
    if (value === undefined || isDoubtful(cell)) continue;
    if (best === undefined || value < best.value) best = { place: cell, value };
  }
  return best && { family: best.place.family, components: best.place.components };
}

/**
 * The values that a chart shows: from the best sound one up to where nine tenths of the sound ones lie; curves leave at the top.
 */
export function shownValues(cells: readonly Cell[], criterion: CriterionName): [number, number] {
  const sound = cells.filter((cell) => !isDoubtful(cell));
  const values = (sound.length > 0 ? sound : cells)
    .flatMap((cell) => costOf(cell, criterion) ?? [])
    .sort((a, b) => a - b);
  if (values.length === 0) return [0, 1];
  const low = values[0];
  const high = values[Math.min(values.length - 1, Math.floor(0.9 * values.length))];
  const room = Math.max(high - low, 1e-3 * Math.abs(low), 1e-9);
  return [low - 0.12 * room, high + 0.05 * room];
}

/** Moves labels apart, as little as need be, so that neighbors are `gap` pixels apart; the order stays. */
export function spreadApart(places: readonly number[], gap: number, limit: number): number[] {
  const order = places.map((_, i) => i).sort((a, b) => places[a] - places[b]);
  const out = [...places];
  let least = Number.NEGATIVE_INFINITY;
  for (const i of order) {
    out[i] = Math.max(places[i], least);
    least = out[i] + gap;
  }
  let most = limit;
  for (const i of order.toReversed()) {
    out[i] = Math.min(out[i], most);
    most = out[i] - gap;
  }
  return out;
}
