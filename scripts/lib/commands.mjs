/**
 * A command line in a page, and what the page shows of its output.
 *
 * @typedef {object} Command
 * @property {string} where  page and line
 * @property {string} command
 * @property {string[]} output  lines that follow it in a ```console block; none means nothing is claimed
 */

const ours = /(?:^|\|\s*)(?:gaussmix|node apps\/cli\/bin\/gaussmix\.mjs)\s/;

/**
 * The command lines of gaussmix in a block. ```sh and ```bash blocks hold commands alone; in ```console blocks
 * they begin with "$ " and their output follows.
 *
 * @param {import('./markdown.mjs').Block} block
 * @returns {Command[]}
 */
export function commandsOf({ page, line, language, code }) {
  /** @type {Command[]} */
  const commands = [];
  const shown = language === 'console';
  const lines = code.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const where = `${page}:${line + i}`;
    if (shown && !lines[i].startsWith('$ ')) {
      commands.at(-1)?.output.push(lines[i]);
      continue;
    }
    let command = shown ? lines[i].slice(2) : lines[i];
    while (command.endsWith('\\')) command = `${command.slice(0, -1)} ${lines[++i].trim()}`;
    commands.push({ where, command, output: [] });
  }
  return commands.filter(({ command }) => ours.test(command));
}

/**
 * Whether a program's output is what a page shows. A line "..." in the page stands for any number of lines.
 *
 * @param {string} output
 * @param {string[]} shown
 */
export function matches(output, shown) {
  const pattern = trimmed(shown.join('\n'))
    .map((line) => (line === '...' ? '(?:.*\n)*?' : `${line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\n`))
    .join('');
  return new RegExp(`^${pattern}$`).test(`${trimmed(output).join('\n')}\n`);
}

/**
 * Lines without blanks at their ends, and without empty lines at the end of all.
 *
 * @param {string} text
 */
function trimmed(text) {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.trimEnd());
}
