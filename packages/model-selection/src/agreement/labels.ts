/** A partition: the label of each row. Any numbers or strings; only which rows share one matters. */
export type Labels = ArrayLike<number | string>;
