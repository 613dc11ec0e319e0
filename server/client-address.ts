import type { IncomingMessage } from "node:http";

/**
 * Who is asking: the socket's other end, unless the operator says how many proxies of theirs stand before us.
 * Each proxy appends the address it saw, so only the last `trusted` entries are theirs; the rest a visitor may invent.
 */
export function clientAddress(request: Pick<IncomingMessage, "headers" | "socket">, trusted: number): string {
  const socket = request.socket.remoteAddress ?? "";
  if (trusted === 0) return socket;
  const header = request.headers["x-forwarded-for"];
  const seen = [...(Array.isArray(header) ? header.join(",") : (header ?? "")).split(","), socket];
  const chain = seen.map((entry) => entry.trim()).filter(Boolean);
  return chain[Math.max(0, chain.length - 1 - trusted)] ?? socket;
}
