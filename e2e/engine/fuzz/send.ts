import { Agent } from "undici";
import type { Fuzzed } from "./requests.ts";

/** What went wrong with a request, or nothing. */
export type Trouble = { readonly sent: Fuzzed; readonly why: string };
export type Sender = {
  send(sent: Fuzzed): Promise<Trouble | undefined>;
  statuses(): Record<number, number>;
  close(): Promise<void>;
};

const DEADLINE_MS = 20_000;

/** A removal looks at a profile elsewhere: that it could not be read now is no failure of ours. */
const isUnreadProfile = (status: number, path: string): boolean => status === 503 && path.startsWith("/api/removals");

/** Sends as it stands: nothing is normalised on the way. An endless answer counts once it has begun. */
export function openSender(url: string): Sender {
  // A redirect gives back a long address, longer than a client usually takes.
  const agent = new Agent({ connections: 16, maxHeaderSize: 65_536 });
  const seen: Record<number, number> = {};
  return {
    async send(sent) {
      try {
        const { method, path, headers, body } = sent;
        const {
          statusCode,
          body: answer,
          headers: got,
        } = await agent.request({
          ...{ origin: url, path, method: method as "GET", headers, signal: AbortSignal.timeout(DEADLINE_MS) },
          ...(body === undefined ? {} : { body }),
        });
        seen[statusCode] = (seen[statusCode] ?? 0) + 1;
        if (String(got["content-type"]).startsWith("text/event-stream")) answer.on("error", () => undefined).destroy();
        else await answer.dump({ limit: Number.MAX_SAFE_INTEGER });
        return statusCode < 500 || isUnreadProfile(statusCode, path)
          ? undefined
          : { sent, why: `answered with ${statusCode}` };
      } catch (error) {
        return { sent, why: error instanceof Error ? `${error.name}: ${error.message}` : "failed" };
      }
    },
    statuses: () => ({ ...seen }),
    close: () => agent.destroy(),
  };
}
