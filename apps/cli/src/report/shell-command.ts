/**
 * A command line that a shell reads back as the same arguments.
 *
 * @param args  what stands behind the program's name
 */
export function shellCommand(program: string, args: readonly string[]): string {
  return [program, ...args.map(quoted)].join(' ');
}

function quoted(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`;
}
