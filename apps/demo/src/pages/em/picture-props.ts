import type { Mixture } from '@gaussmix/distributions';
import type { Place } from '../../charts/frame.ts';
import type { DataSet } from './data-sets.ts';
import type { HalfStep } from './half-steps.ts';
import type { ViewBox } from './view-box.ts';

/** What both pictures show, and what they tell when they are touched. */
export interface PictureProps {
  readonly data: DataSet;
  readonly box: ViewBox;
  readonly colors: readonly string[];
  readonly here: HalfStep | undefined;
  /** Another way's mixture, to be dashed. */
  readonly companion: Mixture | undefined;
  /** Where the new point is drawn. */
  readonly asked: readonly number[];
  readonly askedColor: string;
  readonly label: string;
  readonly onplace: (place: Place) => void;
  readonly onask: (place: Place) => void;
  /** A mean of the start was moved. */
  readonly onmean: (component: number, place: Place) => void;
}
