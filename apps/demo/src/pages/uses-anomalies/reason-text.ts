import { exp } from '@gaussmix/kernels';
import { format } from 'd3-format';
import { paymentColumns, readable, toWritten } from './payments.ts';
import type { Oddness, Reason } from './reason.ts';

/** How many times likelier, in words: three digits at most. */
export function timesLikelier({ gain }: Oddness): string {
  if (gain >= Math.log(1e6)) return 'over a million times';
  const times = exp(gain);
  return `${times < 10 ? times.toFixed(1) : format(',.2r')(times)} times`;
}

/** A reason as words: "hour: at 18:30 it would be 5,200 times as likely". */
export function reasonText(reason: Reason): string {
  const usual = readable(toWritten(reason.usual, reason.column), reason.column);
  return `${paymentColumns[reason.column].label.toLowerCase()}: at ${usual} it would be ${timesLikelier(reason)} as likely`;
}
