import type { Finding } from '../sections/section.ts';
import { digits } from './ratio-text.ts';
import { table } from './table.ts';

/** Targets beside what was measured. */
export function findingsTable(findings: readonly Finding[]): string {
  const rows = findings.map((finding) => {
    const { what, must, stretch, measured, unit = '', note } = finding;
    const value = Number.isFinite(measured) ? `${digits(measured)}${unit}` : digits(measured);
    return [
      what,
      `${must}${unit}`,
      `${stretch}${unit}`,
      note ? `${value} (${note})` : value,
      verdictOf(finding),
    ];
  });
  return table(['what', 'must reach', 'stretch', 'measured', ''], rows);
}

/** Whether a target is met. */
export function verdictOf({ must, stretch, measured, lessIsBetter = false }: Finding): string {
  if (!Number.isFinite(measured)) return '';
  const reaches = (target: number): boolean => (lessIsBetter ? measured <= target : measured >= target);
  if (reaches(stretch)) return 'stretch met';
  return reaches(must) ? 'met' : 'missed';
}
