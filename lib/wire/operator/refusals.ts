import type { SignedRefusal } from "#lib/net/signing/signed-asks.ts";

export type NotedRefusal = SignedRefusal & { readonly at: string };

/** As many hosts as anybody reads through. */
const MOST = 50;

/** Who refused what we signed, the latest first and each host once: kept for the operator while the process lives. */
export function openRefusals(now: () => Date) {
  const byHost = new Map<string, NotedRefusal>();
  return {
    note(refusal: SignedRefusal): void {
      byHost.delete(refusal.host);
      byHost.set(refusal.host, { ...refusal, at: now().toISOString() });
      for (const host of byHost.keys()) {
        if (byHost.size <= MOST) return;
        byHost.delete(host);
      }
    },
    latest: (): readonly NotedRefusal[] => [...byHost.values()].reverse(),
  };
}
