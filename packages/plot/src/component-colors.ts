/**
 * The six colors of Okabe & Ito (2008) that show on white as well as on black; their yellow and black do not.
 * Then an extension: each next color is the one, among those with a contrast of at least 2.2 on white and 2.7
 * on #121212, that lies farthest in OKLab from all before it as seen by the worst placed of four eyes:
 * normal, protanope, deuteranope and tritanope (Machado et al., 2009). test/reference/palette.py finds them.
 */
const palette = [
  '#0072B2',
  '#E69F00',
  '#009E73',
  '#D55E00',
  '#56B4E9',
  '#CC79A7',
  '#874B4B',
  '#A569FF',
  '#B42D87',
  '#96B487',
  '#C30000',
  '#4B4BD2',
  '#7887D2',
  '#8796FF',
  '#D296C3',
  '#A55A5A',
  '#2D6900',
  '#E1783C',
  '#965AE1',
  '#A56996',
] as const;

/**
 * A color for each of K components. The first eight can be told apart without red, green or blue vision; after
 * twenty they come round again, and the number at each mean has to tell components apart.
 *
 * @param components  K, how many
 * @returns K colors as "#RRGGBB"
 */
export function componentColors(components: number): string[] {
  return Array.from({ length: components }, (_, k) => palette[k % palette.length]!);
}
