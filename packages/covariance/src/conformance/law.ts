import { GaussmixError } from '@gaussmix/kernels';
import type { Setting } from './setting.ts';

/** A claim that every structure must keep. */
export interface Law {
  readonly title: string;
  /** @throws GaussmixError "conformance" when the law is broken */
  readonly hold: (settings: readonly Setting[]) => void;
}

/** A law that speaks of one setting at a time. */
export function inEverySetting(title: string, hold: (setting: Setting) => void): Law {
  return {
    title,
    hold(settings) {
      for (const setting of settings) {
        try {
          hold(setting);
        } catch (error) {
          const { structure, components: K, dimension: d } = setting;
          const reason = error instanceof Error ? error.message : String(error);
          const where = `${structure.name}, ${K} component(s) in ${d} dimension(s)`;
          throw new GaussmixError('conformance', `${where}: ${reason}`, { cause: error });
        }
      }
    },
  };
}

/** @throws GaussmixError "conformance" with the message unless the claim is true */
export function demand(claim: boolean, message: string): asserts claim {
  if (!claim) throw new GaussmixError('conformance', message);
}
