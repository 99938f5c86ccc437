/** The functions of ours that the page calls. */
export const sources = [
  { name: 'mixtureField', from: 'em', file: 'em/src/online/mixture-field.ts' },
  { name: 'updateFieldInto', from: 'em', file: 'em/src/online/update-field.ts' },
  { name: 'foregroundInto', from: 'em', file: 'em/src/online/foreground.ts' },
  { name: 'fieldMixture', from: 'em', file: 'em/src/online/field-mixture.ts' },
] as const;
