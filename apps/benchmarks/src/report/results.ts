import type { Presence } from '../peers/roll-call.ts';
import type { Section } from '../sections/section.ts';
import { findingsTable } from './findings-table.ts';
import { absentText, machineText, RULES } from './machine.ts';

/** The comments between which the results stand that README.md quotes. */
export const [QUOTE_BEGIN, QUOTE_END] = ['<!-- benchmark: begin -->', '<!-- benchmark: end -->'];

/** The whole of what is written. */
export function resultsText({
  title,
  command,
  presences,
  sections,
}: {
  title: string;
  command: string;
  presences: readonly Presence[];
  sections: readonly Section[];
}): string {
  const limits = presences.flatMap(({ peer, about }) =>
    about && peer.limits ? [`- ${peer.name}: ${peer.limits}.`] : [],
  );
  const summary = [findingsTable(sections.flatMap(({ findings }) => findings)), machineText(presences)];
  const parts = [
    `# ${title}`,
    `Written by \`${command}\`. What is compared, and how it is kept fair: [README.md](README.md).`,
    ...[RULES, QUOTE_BEGIN, ...summary, QUOTE_END],
    ...['## Peers that are missing or broken', absentText(presences)],
    ...(limits.length > 0 ? ['Peers that are compared on some cells only:', limits.join('\n')] : []),
    ...sections.flatMap((section) => [`## ${section.title}`, section.body]),
  ];
  return `${parts.join('\n\n')}\n`;
}

/**
 * A page with the figures between its marks replaced by those of the results.
 *
 * @returns undefined when one of the two has no marks
 */
export function quoteIn(page: string, results: string): string | undefined {
  const marked = new RegExp(`${QUOTE_BEGIN}[\\s\\S]*?${QUOTE_END}`);
  const quoted = marked.exec(results)?.[0];
  return quoted !== undefined && marked.test(page) ? page.replace(marked, () => quoted) : undefined;
}
