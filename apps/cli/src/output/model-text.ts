import { type FitRecord, type ModelDocument, mixtureOf, transformedNames } from '@gaussmix/data';
import { type Terminal, widthOf } from '../terminal.ts';
import { componentTable } from './component-table.ts';
import { correlationText } from './correlation-text.ts';
import { count, nats, significant } from './numbers.ts';
import { styleOf } from './style.ts';

/** What a person reads of a model file. @returns lines with an end */
export function modelText(
  document: ModelDocument,
  { name, terminal }: { name: string; terminal: Terminal },
): string {
  const style = styleOf(terminal);
  const { columns, transforms, structure, components, fit } = document;
  const mixture = mixtureOf(document);
  const names = transformedNames(document);
  const done = transforms.map(({ kind }) => kind).join(', then ');
  const blocks = [
    [
      `${style.bold(name)}  ${count(components.length, 'component')}, ${structure} covariance`,
      `${count(columns.length, 'column')}: ${columns.join(', ')}`,
      ...(transforms.length > 0 ? [`transformed: ${done}, to ${names.join(', ')}`] : []),
    ],
    [
      componentTable({ mixture, names }, { width: widthOf(terminal), style }),
      style.dim('  mean ± standard deviation'),
    ],
    correlationText(mixture, names),
    fit ? fitLines(fit) : [],
  ];
  return `${blocks.flatMap((block) => (block.length > 0 ? [block.join('\n')] : [])).join('\n\n')}\n`;
}

/** What the document says of its fit; all of it may be missing. */
function fitLines({
  rows,
  logLikelihood,
  parameters,
  aic,
  bic,
  iterations,
  converged,
  seed,
}: FitRecord): string[] {
  const perRow =
    rows !== undefined && logLikelihood !== undefined
      ? ` (${significant(logLikelihood / rows, 6)} per row)`
      : '';
  const lines = [
    [rows !== undefined && `fitted to ${count(rows, 'row')}`, seed !== undefined && `seed ${seed}`],
    [
      logLikelihood !== undefined && `log-likelihood ${nats(logLikelihood)}${perRow}`,
      parameters !== undefined && count(parameters, 'parameter'),
    ],
    [aic !== undefined && `AIC ${nats(aic)}`, bic !== undefined && `BIC ${nats(bic)}`],
    [
      iterations !== undefined &&
        `${converged === false ? 'stopped' : 'converged'} after ${count(iterations, 'iteration')}`,
    ],
  ];
  return lines.map((line) => line.filter(Boolean).join(', ')).filter((line) => line !== '');
}
