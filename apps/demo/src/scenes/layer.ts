/** Red, green and blue, 0 to 255; may be fractions. */
export type Color = readonly [red: number, green: number, blue: number];

/**
 * One thing in a scene: its color at a point, nothing where one sees past it. Points are in units of the scene,
 * 96 wide and 60 high whatever the number of pixels, y downwards.
 */
export type Layer = (x: number, y: number) => Color | undefined;
