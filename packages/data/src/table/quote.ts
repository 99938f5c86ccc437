const longest = 60;

/** Text in quotes for a message, cut when long. */
export function quote(text: string): string {
  return JSON.stringify(text.length > longest ? `${text.slice(0, longest)}...` : text);
}
