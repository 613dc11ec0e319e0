import type { Ask, Gate } from "#lib/domain/ports/gate.ts";
import type { Recorded } from "#lib/net/recording/recorded.ts";

/** Answers as a real server did, signed where it wants that; a question that was not recorded is a mistake of the test. */
export function recordedGate(recordings: readonly Recorded[]): Gate {
  const found = ({ url, method = "GET", body }: Ask, signed: boolean): Recorded | undefined =>
    recordings.find(
      ({ request }) =>
        request.method === method &&
        decodeURIComponent(request.url) === decodeURIComponent(url) &&
        request.signed === signed &&
        JSON.stringify(request.body) === JSON.stringify(body),
    );
  return {
    async ask(ask) {
      const signed = ask.sign ? found(ask, true) : undefined;
      const answer = signed ?? found(ask, false);
      if (!answer)
        throw new Error(`Nobody recorded ${ask.method ?? "GET"} ${ask.url} ${JSON.stringify(ask.body) ?? ""}`);
      const { status = 0, headers = {}, body = "", at = "" } = answer;
      const text = typeof body === "string" ? body : JSON.stringify(body);
      return { ok: true, status, url: ask.url, headers, at, body: text };
    },
  };
}
