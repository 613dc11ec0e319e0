import { storeTrouble } from "./connection-lost.ts";

/** Whether a store is full or away, as its own statements find out. */
export type Trouble = {
  /** The code of what went wrong last, until something could be written again. */
  readonly code: () => string | undefined;
  /** Takes any error; those that are not the store's own change nothing. */
  readonly heard: (error: unknown) => void;
  /** The same as `code`, after a look whether it is over, or has begun where nobody has met it yet. */
  readonly look: () => Promise<string | undefined>;
};

/** A caller must not wait as long as a connection may. */
const LOOK_MS = 2_000;
const NO_ANSWER = "no answer";

export type Look = {
  /** Fails where the store is away. Left out: nobody can take it away, and nothing is tried before something went wrong. */
  readonly isThere?: () => Promise<unknown>;
  /** Fails as long as nothing can be written: tried once something went wrong, and not at every look. */
  readonly canWrite: () => Promise<unknown>;
};

export function watchTrouble({ isThere, canWrite }: Look): Trouble {
  let code: string | undefined;
  let looking: Promise<string | undefined> | undefined;
  const heard = (error: unknown): void => {
    code = storeTrouble(error) ?? code;
  };
  const look = async (): Promise<string | undefined> => {
    const late = Promise.withResolvers<string>();
    const timer = setTimeout(() => late.resolve(NO_ANSWER), LOOK_MS);
    const tried = code === undefined ? isThere?.() : canWrite();
    const written = Promise.resolve(tried).then(
      () => undefined,
      (error: unknown) => storeTrouble(error) ?? code,
    );
    // An answer that comes late ends what was said for want of one.
    void written.then((found) => {
      code = found;
    });
    code = await Promise.race([written, late.promise]).finally(() => clearTimeout(timer));
    return code;
  };
  return {
    code: () => code,
    heard,
    async look() {
      if (!isThere && code === undefined) return undefined;
      looking ??= look().finally(() => {
        looking = undefined;
      });
      return looking;
    },
  };
}

/** Has every failure of these methods heard, for all callers. Where one is handed a callback, its caller hears. */
export function listenTo<Name extends string>(
  client: { [Method in Name]: (...given: never[]) => unknown },
  names: readonly Name[],
  heard: Trouble["heard"],
): void {
  for (const name of names) {
    const call = (client[name] as (...given: unknown[]) => unknown).bind(client);
    const listened = (...given: unknown[]): unknown => {
      const result = call(...given);
      if (result instanceof Promise) result.catch(heard);
      return result;
    };
    Object.assign(client, { [name]: listened });
  }
}
