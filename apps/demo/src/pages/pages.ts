/** A page of the demo. */
export interface PageEntry {
  /** Its folder below src/pages. */
  readonly name: string;
  /** Its address below the base, "" for the landing page, else ending in a slash. */
  readonly path: string;
  readonly title: string;
  /** A word or two for the bar of chapters; the title when absent. */
  readonly short?: string;
  /** A sentence: what one can do there. */
  readonly summary: string;
  /** The number of the chapter; none for the landing page and for pages below a chapter. */
  readonly chapter?: number;
}

/** Every page, in reading order. */
export const pages: readonly PageEntry[] = [
  {
    name: 'home',
    path: '',
    title: 'gaussmix: see a mixture think',
    summary: 'Gaussian mixture models, fitted live in your browser: eight chapters to play with.',
  },
  {
    name: 'generators',
    path: 'generators/',
    chapter: 1,
    title: 'Hidden generators',
    short: 'Generators',
    summary: 'Three machines throw paintballs. Hide which threw what, and watch EM find the machines.',
  },
  {
    name: 'gaussian',
    path: 'gaussian/',
    chapter: 2,
    title: 'The Gaussian',
    short: 'Gaussian',
    summary: 'Bell curves to drag, in one dimension and in two: means, variances, covariance, density.',
  },
  {
    name: 'em',
    path: 'em/',
    chapter: 3,
    title: 'EM, step by step',
    short: 'EM',
    summary: 'E-step, M-step, E-step: take the algorithm apart, forwards and backwards.',
  },
  {
    name: 'k-means',
    path: 'k-means/',
    chapter: 4,
    title: 'K-means and mixtures',
    short: 'K-means',
    summary: 'The same data, side by side: where k-means goes wrong, where both do, and what joins them.',
  },
  {
    name: 'how-many',
    path: 'how-many/',
    chapter: 5,
    title: 'How many?',
    summary: 'BIC, AIC and ICL over every covariance family: how many components, and of what shape.',
  },
  {
    name: 'new-customer',
    path: 'new-customer/',
    chapter: 6,
    title: 'The new customer',
    short: 'Customer',
    summary: 'Premium or discount? Drag a customer, and see what a probability is worth.',
  },
  {
    name: 'uses',
    path: 'uses/',
    chapter: 7,
    title: 'Uses',
    summary: 'Anomalies, colors of a picture, moving things, returns of a market, voices.',
  },
  {
    name: 'uses-anomalies',
    path: 'uses/anomalies/',
    title: 'Anomalies',
    summary: 'What is rare under the density of all the rest: odd ones among card payments.',
  },
  {
    name: 'uses-colors',
    path: 'uses/colors/',
    title: 'Colors of a picture',
    summary: 'A picture in K colors, by a mixture and by k-means, with error and file size.',
  },
  {
    name: 'uses-background',
    path: 'uses/background/',
    title: 'Moving things',
    summary: 'A small mixture for every pixel learns the background, and what moves stands out.',
  },
  {
    name: 'uses-returns',
    path: 'uses/returns/',
    title: 'Returns of a market',
    summary: 'Calm days and wild days: fat tails as a mixture of normals.',
  },
  {
    name: 'uses-voices',
    path: 'uses/voices/',
    title: 'Voices',
    summary: 'A mixture for each speaker, and a score that tells who speaks.',
  },
  {
    name: 'your-data',
    path: 'your-data/',
    chapter: 8,
    title: 'Your data',
    summary: 'Drop a table: groups, memberships, a model file, computed here and sent nowhere.',
  },
];

/**
 * The page of a name.
 *
 * @throws Error when there is none
 */
export function pageNamed(name: string): PageEntry {
  const page = pages.find((candidate) => candidate.name === name);
  if (page === undefined) throw new Error(`There is no page "${name}".`);
  return page;
}
