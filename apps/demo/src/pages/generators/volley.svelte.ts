const bursts = 16;
const pause = 110;

/** Balls in the air: they land in bursts, or all at once for those who wish no motion. */
export interface Volley {
  /** How many have landed. */
  readonly landed: number;
  /** How many of them with the last burst; 0 when all lie. */
  readonly burst: number;
  readonly flying: boolean;
  /** Throws them anew. */
  begin(): void;
  /** All that is in the air lands. */
  end(): void;
}

/**
 * To be called while a component is made.
 *
 * @param total  how many balls there are
 * @param still  whether motion is unwanted
 */
export function volley(total: () => number, still: boolean): Volley {
  let landedBursts = $state(bursts);
  const size = $derived(Math.ceil(total() / bursts));

  $effect(() => {
    if (landedBursts >= bursts) return;
    const timer = setTimeout(() => {
      landedBursts += 1;
    }, pause);
    return () => clearTimeout(timer);
  });

  return {
    get landed() {
      return Math.min(total(), landedBursts * size);
    },
    get burst() {
      return landedBursts < bursts ? Math.min(size, landedBursts * size) : 0;
    },
    get flying() {
      return landedBursts < bursts;
    },
    begin() {
      landedBursts = still ? bursts : 0;
    },
    end() {
      landedBursts = bursts;
    },
  };
}
