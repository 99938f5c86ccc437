/** The parts of a list with commas, such as `full,diag`, without white space around them. */
export function parseList(text: string): readonly string[] {
  return text.split(',').map((part) => part.trim());
}
