export { type AgglomerateOptions, agglomerate } from './agglomerate.ts';
export { cutTree } from './cut-tree.ts';
export type { MergeTree } from './merge-tree.ts';
export type { TreeModel } from './models/tree-model.ts';
export { scaledSvd } from './scaled-svd.ts';
