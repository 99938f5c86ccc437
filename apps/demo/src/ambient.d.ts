declare module '*.tex' {
  /** The rendered formula, as HTML. */
  const html: string;
  export default html;
}

declare module '*.tex?inline' {
  /** The rendered formula, as HTML. */
  const html: string;
  export default html;
}
