export { componentColors } from '../component-colors.ts';
export { ellipseLevel } from '../ellipse-level.ts';
export { type EllipseOptions, ellipsePoints } from '../ellipse-points.ts';
