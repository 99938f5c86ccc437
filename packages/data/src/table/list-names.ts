const most = 20;

/** Names for a message, `a, b, c`, cut when many. */
export function listNames(names: readonly string[]): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}
