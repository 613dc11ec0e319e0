/** The embedded database holds everybody up while one statement runs. */
const AT_ONCE = 500;

export function* inSlices<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += AT_ONCE) yield all.slice(from, from + AT_ONCE);
}
