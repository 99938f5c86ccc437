/** Decimal digits with commas in the whole part: 100,000.25. */
export function groupThousands(digits: string): string {
  const [whole, ...fraction] = digits.split('.') as [string, ...string[]];
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...fraction].join('.');
}

/** A number to ten digits or as many as asked, with commas and a minus sign. */
export function formatNumber(value: number, digits = 10): string {
  return groupThousands(String(Number(value.toPrecision(digits)))).replace('-', '−');
}

/** A share of the whole: 36%, 3.2%, <0.1%. */
export function formatShare(share: number): string {
  const percent = 100 * share;
  if (percent > 0 && percent < 0.05) return '<0.1%';
  return `${percent.toFixed(percent < 9.95 && percent > 0 ? 1 : 0)}%`;
}
