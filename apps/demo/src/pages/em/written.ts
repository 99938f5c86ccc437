import { format } from 'd3-format';

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A number as a formula shows it: three digits behind the point, with a power of ten where they would say nothing. */
export function written(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size !== 0 && (size < 0.001 || size >= 1e5)) {
    const [digits, power] = value.toExponential(1).split('e');
    const exponent = [...power.replace('+', '')]
      .map((sign) => (sign === '-' ? '⁻' : raised[Number(sign)]))
      .join('');
    return `${digits}×10${exponent}`;
  }
  return format(size < 100 ? '.3f' : '.2f')(value).replaceAll('−', '-');
}
