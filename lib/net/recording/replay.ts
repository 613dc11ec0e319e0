import type { Exchange } from "../exchange.ts";
import { Stopped } from "../failure.ts";
import { type Recorded, rawOf, recordedRequest } from "./recorded.ts";

export type Replay = {
  readonly exchange: Exchange;
  /** What was asked and is not among the recordings. */
  readonly unknown: readonly Recorded["request"][];
};

/**
 * Answers from recordings and never from the network. What was recorded several times is answered in the same order,
 * then as the last time. A question that nobody recorded is one that was not asked: a gap, and no silence of a server.
 */
export function replaying(recordings: readonly Recorded[]): Replay {
  const answers = Map.groupBy(recordings, ({ request }) => keyOf(request));
  const turns = new Map<string, number>();
  const unknown: Recorded["request"][] = [];

  const next = (key: string): Recorded | undefined => {
    const turn = turns.get(key) ?? 0;
    turns.set(key, turn + 1);
    const those = answers.get(key);
    return those?.[turn] ?? those?.at(-1);
  };

  return {
    unknown,
    async exchange(asked) {
      const request = recordedRequest(asked);
      const found = next(keyOf(request)) ?? next(keyOf({ ...request, signed: !request.signed }));
      if (!found) unknown.push(request);
      if (!found || found.refused) throw new Stopped(found?.refused ?? "cancelled");
      return rawOf(found);
    },
  };
}

/** The same question may be written in several ways: `@` or `%40`, and a body's fields in any order. */
function keyOf({ method, url, signed, body }: Recorded["request"]): string {
  const { host, pathname, searchParams } = new URL(url);
  const query = [...searchParams].map(([name, value]) => `${name}=${value}`).sort();
  const sent = method === "POST" ? JSON.stringify(sorted(body)) : "";
  return [method, signed, host, decoded(pathname), ...query, sent].join(" ");
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const sorted = (value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => one.localeCompare(other)))
    : value;
