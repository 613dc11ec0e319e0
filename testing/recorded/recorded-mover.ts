import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defined } from "#lib/flow/defined.ts";
import type { Recorded } from "#lib/net/recording/recorded.ts";

/** What real servers answered about one move, cut to the fields that anybody reads, under names of test beds. */
export type RecordedMover = {
  readonly about: string;
  readonly begun: string;
  readonly exchanges: readonly {
    /** `https://…` for a GET, `POST https://…` else. */
    readonly ask: string;
    readonly signed?: true;
    readonly body?: unknown;
    readonly status: number;
    readonly type: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly answer: unknown;
  }[];
};
export type RecordedMoverName = "mastodon-open" | "mastodon-closed" | "gotosocial" | "misskey" | "hollo" | "snac";

export const readMover = (name: RecordedMoverName): RecordedMover =>
  JSON.parse(readFileSync(join(import.meta.dirname, `${name}.json`), "utf8")) as RecordedMover;

export const recordingsOf = ({ exchanges, begun }: RecordedMover): readonly Recorded[] =>
  exchanges.map(({ ask, signed = false, body, status, type, headers = {}, answer }) => {
    const [url = "", method = "GET"] = ask.split(" ").reverse();
    return {
      request: { method: method as "GET" | "POST", url, signed, ...defined({ body }) },
      ...{ at: begun, ms: 0, status, headers: { ...headers, "content-type": type }, body: answer },
    };
  });

/** While its API is closed to strangers, a Mastodon answers every question about accounts with 401. */
export const closedAt = (recordings: readonly Recorded[], hosts: readonly string[]): readonly Recorded[] =>
  recordings.map((recorded) => {
    const { host, pathname } = new URL(recorded.request.url);
    const isShut = hosts.includes(host) && pathname.startsWith("/api/v1/accounts");
    return isShut
      ? { ...recorded, status: 401, body: { error: "This method requires an authenticated user" } }
      : recorded;
  });

/** For each question the answer of the later recordings. */
export function laid(...over: readonly (readonly Recorded[])[]): readonly Recorded[] {
  const keyOf = ({ request: { method, url, signed, body } }: Recorded) =>
    JSON.stringify([method, decodeURIComponent(url), signed, body]);
  return [...new Map(over.flat().map((recorded) => [keyOf(recorded), recorded])).values()];
}
