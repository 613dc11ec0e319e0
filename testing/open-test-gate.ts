import { memoryLedger } from "#lib/net/budget/ledger.ts";
import { parseRoutes } from "#lib/net/connect/routes.ts";
import { type GateOptions, type OpenGate, openGate } from "#lib/net/gate.ts";
import { processMemory } from "#lib/net/memory.ts";

/** Where the names of a test lead, and the certificate to be trusted there. */
type Servers = { readonly routes: string; readonly ca: string };

/** A gate to servers of a test, with budgets and memory of its own unless it is given others. */
export function openTestGate({ routes, ca }: Servers, more: Partial<GateOptions> = {}): OpenGate {
  const parsed = parseRoutes(routes);
  if (!parsed.ok) throw new Error(parsed.problem);
  const now = more.now ?? (() => new Date());
  return openGate({
    ledger: memoryLedger(),
    memory: processMemory(now),
    routes: parsed.routes,
    ca,
    userAgent: "Housewarming/0.0.0 (+https://hw.example/bot)",
    robots: "polite",
    optOut: () => false,
    now,
    ...more,
  });
}
