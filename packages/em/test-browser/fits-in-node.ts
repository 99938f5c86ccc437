import type { TestProject } from 'vitest/node';
import { faithful, iris } from '../test/support/csv.ts';
import { bitsOfFit, type DataSets, fitCases, forms } from './fits.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The data of the fits. */
    dataSets: DataSets;
    /** The bits that each fit has in Node with the plain loops, by title. */
    bitsInNode: Readonly<Record<string, readonly string[]>>;
  }
}

/** Fits in Node what pages are to fit, before they are tested. */
export default function setup(project: TestProject): void {
  const dataSets = { iris: iris(), faithful: faithful() };
  project.provide('dataSets', dataSets);
  project.provide(
    'bitsInNode',
    Object.fromEntries(
      fitCases.map((fitCase) => [fitCase.title, bitsOfFit(dataSets, fitCase, forms.plain!)]),
    ),
  );
}
