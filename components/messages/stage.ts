import type { Report } from "#lib/contract/report.ts";

/** Which texts would be true now. `nobody-yet`: no new account is known. */
export type Stage = "before" | "after" | "elsewhere" | "nobody-yet";

export function stageOf({ mode, move, new: fresh }: Pick<Report, "mode" | "move" | "new">): Stage {
  if (mode === "planned" || move.state === "not-started") return "before";
  if (!fresh) return "nobody-yet";
  return move.state === "elsewhere" ? "elsewhere" : "after";
}
