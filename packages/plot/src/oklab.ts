import { exp, log } from '@gaussmix/kernels';

/** A color in OKLab: lightness, green to red, blue to yellow. */
export type Oklab = readonly [lightness: number, a: number, b: number];

/**
 * "#RRGGBB" in OKLab, where equal steps look equal and a mean of colors looks like their mixture.
 * Ottosson (2020), "A perceptual color space for image processing".
 */
export function oklabOf(color: string): Oklab {
  const [r, g, b] = [1, 3, 5].map((at) => linear(Number.parseInt(color.slice(at, at + 2), 16) / 255)) as [
    number,
    number,
    number,
  ];
  const l = cubeRoot(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = cubeRoot(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = cubeRoot(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** The "#RRGGBB" nearest to an OKLab color; what no screen shows is cut off channel by channel. */
export function hexOfOklab([lightness, a, b]: Oklab): string {
  const l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
  const m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
  const s = cube(lightness - 0.0894841775 * a - 1.291485548 * b);
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return `#${channels.map(hexByte).join('').toUpperCase()}`;
}

/** Relative luminance of "#RRGGBB", 0 for black to 1 for white (WCAG 2.1). */
export function luminance(color: string): number {
  const channel = (at: number) => linear(Number.parseInt(color.slice(at, at + 2), 16) / 255);
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

// The transfer function of sRGB and its inverse: IEC 61966-2-1.
function linear(encoded: number): number {
  return encoded <= 0.04045 ? encoded / 12.92 : exp(2.4 * log((encoded + 0.055) / 1.055));
}

function hexByte(light: number): string {
  const encoded = light <= 0.0031308 ? 12.92 * light : 1.055 * exp(log(light) / 2.4) - 0.055;
  const byte = Math.round(255 * Math.min(1, Math.max(0, encoded)));
  return byte.toString(16).padStart(2, '0');
}

function cubeRoot(value: number): number {
  return value > 0 ? exp(log(value) / 3) : 0;
}

function cube(value: number): number {
  return value * value * value;
}
