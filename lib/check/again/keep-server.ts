import type { AskedAbout, SaidBy } from "#lib/domain/evidence/answers.ts";
import type { ServerFacts } from "#lib/domain/evidence/evidence.ts";
import { isFresh, keepFacts } from "./keep-fact.ts";

/** What a server said this time, and of the time before what nobody has answered anew. */
export function keepServer(earlier: ServerFacts | null | undefined, now: ServerFacts, at: Date): ServerFacts {
  if (!earlier) return now;
  const kept = keepFacts(earlier, now, at);
  const silent = !now.life?.known || now.life.value.state === "silent";
  const about = (was: AskedAbout | undefined, is: AskedAbout): AskedAbout =>
    keepFacts(was, silent ? { ...stillFresh(was, at), ...is } : is, at);
  const by = (was: SaidBy | undefined, is: SaidBy): SaidBy => keepFacts(was && withoutOwn(was), is, at);
  return {
    ...kept,
    onOld: about(earlier.onOld, now.onOld),
    onTarget: each(silent ? { ...mapOf(earlier.onTarget), ...now.onTarget } : now.onTarget, (key, is) =>
      about(earlier.onTarget[key], is),
    ),
    byOld: by(earlier.byOld, now.byOld),
    byTarget: each(now.byTarget, (key, is) => by(earlier.byTarget[key], is)),
  };
}

/** The one wall that the owner can take down himself, and is told to: seen on another day it says nothing of today. */
const withoutOwn = ({ own: _, ...was }: SaidBy): SaidBy => was;

/** A server that is silent was asked nothing more: none of its earlier answers has been replaced. */
const stillFresh = (was: AskedAbout | undefined, at: Date): AskedAbout =>
  Object.fromEntries(Object.entries(was ?? {}).filter(([, fact]) => isFresh(fact, at)));

const mapOf = (was: ServerFacts["onTarget"]): Record<string, AskedAbout> => each(was, () => ({}));

const each = <T>(of: Readonly<Record<string, T>>, change: (key: string, value: T) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(of).map(([key, value]) => [key, change(key, value)]));
