import { GaussmixError } from '@gaussmix/kernels';
import type { CovarianceStructure } from '../structure.ts';
import type { Law } from './law.ts';
import { acceptsAnyWarmStart } from './laws/accepts-any-warm-start.ts';
import { agreesWithDenseAlgebra } from './laws/agrees-with-dense-algebra.ts';
import { countsItsParameters } from './laws/counts-its-parameters.ts';
import { declaresItself } from './laws/declares-itself.ts';
import { followsDeclaredMaps } from './laws/follows-declared-maps.ts';
import { givesProperCovariances } from './laws/gives-proper-covariances.ts';
import { leavesItsInputsAlone } from './laws/leaves-its-inputs-alone.ts';
import { namesTheWidestMaps } from './laws/names-the-widest-maps.ts';
import { noRivalIsLikelier } from './laws/no-rival-is-likelier.ts';
import { ownsItsAnswer } from './laws/owns-its-answer.ts';
import { recognizesItsMembers } from './laws/recognizes-its-members.ts';
import { relabels } from './laws/relabels.ts';
import { repeatsItsBits } from './laws/repeats-its-bits.ts';
import { sharesOneObject } from './laws/shares-one-object.ts';
import { singularMomentsAreAnError } from './laws/singular-moments-are-an-error.ts';
import { survivesSaving } from './laws/survives-saving.ts';
import { warmStartNeverLoses } from './laws/warm-start-never-loses.ts';
import { createSetting, type Setting } from './setting.ts';

const laws: readonly Law[] = [
  declaresItself,
  givesProperCovariances,
  agreesWithDenseAlgebra,
  sharesOneObject,
  relabels,
  followsDeclaredMaps,
  namesTheWidestMaps,
  noRivalIsLikelier,
  countsItsParameters,
  recognizesItsMembers,
  warmStartNeverLoses,
  acceptsAnyWarmStart,
  leavesItsInputsAlone,
  ownsItsAnswer,
  repeatsItsBits,
  singularMomentsAreAnError,
  survivesSaving,
];

/** One law, for any test runner: `test(title, check)`. */
export interface CovarianceLaw {
  /** The law, as a sentence. */
  readonly title: string;
  /** Throws a GaussmixError "conformance" that says what was expected and what came, with numbers. */
  readonly check: () => void;
}

/** Where the laws are tried, and which do not hold. */
export interface CovarianceLawOptions {
  /** The numbers of components to try. Default 1 to 4. */
  readonly components?: readonly number[];
  /** The numbers of dimensions to try. Default 1 to 5. */
  readonly dimensions?: readonly number[];
  /**
   * The laws that do not hold for the family: the reason, by the law's title. Such a law is still tried, and an
   * exception that is not needed fails.
   */
  readonly except?: Readonly<Record<string, string>>;
}

/**
 * What every covariance structure must keep: {@link CovarianceStructure} as checks. They know nothing of the family;
 * its own numbers still need a test of their own.
 *
 * @returns one check per law
 * @throws GaussmixError "conformance" when an exception is not the title of a law
 */
export function covarianceLaws(
  structure: CovarianceStructure,
  options: CovarianceLawOptions = {},
): CovarianceLaw[] {
  const { components = [1, 2, 3, 4], dimensions = [1, 2, 3, 4, 5], except = {} } = options;
  const settings = (): Setting[] =>
    components.flatMap((k) => dimensions.map((d) => createSetting(structure, k, d)));
  requireTitles(Object.keys(except));
  return laws.map((law) => {
    const reason = Object.hasOwn(except, law.title) ? except[law.title] : undefined;
    if (reason === undefined) return { title: law.title, check: () => law.hold(settings()) };
    return {
      title: `does not hold: ${law.title} (${reason})`,
      check: () => requireBroken(law, settings()),
    };
  });
}

function requireTitles(exceptions: readonly string[]): void {
  const unknown = exceptions.find((title) => !laws.some((law) => law.title === title));
  if (unknown === undefined) return;
  const titles = laws.map(({ title }) => `  ${title}`).join('\n');
  throw new GaussmixError(
    'conformance',
    `covarianceLaws: except must be keyed by the titles of laws, got "${unknown}". The titles are\n${titles}`,
  );
}

function requireBroken(law: Law, settings: readonly Setting[]): void {
  try {
    law.hold(settings);
  } catch {
    return;
  }
  throw new GaussmixError(
    'conformance',
    `covarianceLaws: "${law.title}" must fail, as it is excepted, but it holds. Remove the exception.`,
  );
}
