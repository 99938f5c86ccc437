/** Where the story stands. */
export type Stage = 'set-up' | 'throw' | 'hide' | 'find';

/** The story, in order. */
export const stages: readonly { readonly value: Stage; readonly label: string; readonly says: string }[] = [
  {
    value: 'set-up',
    label: 'Set up',
    says: 'Drag a machine by its middle, stretch and turn it by its square handles.',
  },
  {
    value: 'throw',
    label: 'Throw',
    says: 'Each ball has the color of the machine that threw it.',
  },
  {
    value: 'hide',
    label: 'Hide',
    says: 'This is all that EM gets to see: places, without a word of which machine threw what.',
  },
  {
    value: 'find',
    label: 'Find',
    says: 'Dashed are the machines, solid is what EM makes of the balls. Drag a machine: EM follows.',
  },
];

/** The names in the address. */
export const stageNames: readonly Stage[] = stages.map(({ value }) => value);
