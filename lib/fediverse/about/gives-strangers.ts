import type { Gate } from "#lib/domain/ports/gate.ts";

/** Whether an actor is given to everybody, or to signed questions alone. Asked without a signature on purpose. */
export async function givesStrangers(gate: Gate, url: string): Promise<"yes" | "no" | "unknown"> {
  const reply = await gate.ask({ url, accept: "application/activity+json", about: "follower", as: "text" });
  if (!reply.ok) return "unknown";
  if (reply.status === 401 || reply.status === 403) return "no";
  return reply.status >= 200 && reply.status <= 299 ? "yes" : "unknown";
}
