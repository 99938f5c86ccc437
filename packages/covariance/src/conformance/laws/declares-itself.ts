import { demand, type Law } from '../law.ts';

const momentShapes = ['full', 'pooled', 'diagonal', 'sketch'];
const closures = ['affine', 'scaling', 'rotation', 'translation'];

/** The fields that a fit reads before it starts. */
export const declaresItself: Law = {
  title: 'it declares a name, its moments and its maps in known words',
  hold([setting]) {
    const { name, moments, directions, closedUnder } = setting!.structure;
    demand(
      typeof name === 'string' && name !== '',
      `name must be a text of at least one letter, got ${JSON.stringify(name)}.`,
    );
    demandOneOf(moments, momentShapes, `${name}: moments`);
    demand(
      (moments === 'sketch') === (directions !== undefined),
      `${name}: directions must be given where moments is "sketch", and nowhere else; moments is ${JSON.stringify(moments)}.`,
    );
    demandOneOf(closedUnder, closures, `${name}: closedUnder`);
  },
};

function demandOneOf(word: string, words: readonly string[], what: string): void {
  const list = words.map((known) => `"${known}"`).join(', ');
  demand(words.includes(word), `${what} must be one of ${list}, got ${JSON.stringify(word)}.`);
}
