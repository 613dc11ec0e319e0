import { countUp } from "#lib/flow/counts.ts";
import type { Exchange } from "#lib/net/exchange.ts";

/** Counts how other servers answer: by the class of their status, and 429 and 503 by themselves. */
export const counted =
  (network: Exchange): Exchange =>
  async (request, limits) => {
    try {
      const raw = await network(request, limits);
      countUp("asked", wordOf(raw.status));
      return raw;
    } catch (error) {
      countUp("asked", "none");
      throw error;
    }
  };

const wordOf = (status: number): string =>
  status === 429 || status === 503 ? `${status}` : `${Math.floor(status / 100)}xx`;
