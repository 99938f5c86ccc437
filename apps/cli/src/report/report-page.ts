import type { FitReport } from '../fitting/fit-report.ts';

/** The report of a fit as a page of HTML. */
export function reportPage(report: Omit<FitReport, 'written'>): string {
  return `<!doctype html><title>${report.table.name}</title>\n`;
}
