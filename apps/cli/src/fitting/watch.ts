/** Who wants to know how long work is going. */
export interface Watch {
  /**
   * @param share  of the work that is done, from 0 to 1
   * @param what  is being done, in words
   */
  tell(share: number, what: string): void;
  /** All is over, one way or the other. */
  end(): void;
}

/** One who does not want to know. */
export const unwatched: Watch = { tell() {}, end() {} };
