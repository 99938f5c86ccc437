/** A whole number with commas: 100,000. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A share of the whole: 36%, 3.2%, <0.1%. */
export function formatShare(share: number): string {
  const percent = 100 * share;
  if (percent > 0 && percent < 0.05) return '<0.1%';
  return `${percent.toFixed(percent < 9.95 && percent > 0 ? 1 : 0)}%`;
}
