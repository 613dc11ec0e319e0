import type { SoftwareFacts } from "./define.ts";

/** The one copy that everybody uses: its servers are named below it. */
const DOMAIN = "brid.gy";
export const isBridge = (host: string): boolean => host === DOMAIN || host.endsWith(`.${DOMAIN}`);

/**
 * Since 2026-05-13 it points its own followers to the new account and sends neither a follow there nor an undo to the
 * old one: they stay in the old list and read the new account, if that lets the account of the bridge follow.
 */
export const bridgyFed = {
  names: { "bridgy-fed": "Bridgy Fed" },
  family: "other",
  asks: "bare",
  moves: [
    {
      onMove: "inside",
      keepsOldFollow: true,
      sinceDay: "2026-05-13",
      source: "protocol.py, handle_move, 536cd1a7 and d505297f; read",
    },
  ],
  blocks: null,
  paths: {},
} as const satisfies SoftwareFacts;
