import { cn } from "./cn.ts";
import { DrawnIcon, type DrawnIconName } from "./drawn-icon.tsx";

/** An icon beside words. Arrows turn round where lines run from the right. */
export function Icon({ name, className }: { name: DrawnIconName; className?: string | undefined }) {
  return <DrawnIcon className={cn(TURNS.has(name) && "i--flip", className)} name={name} />;
}

const TURNS: ReadonlySet<DrawnIconName> = new Set(["right", "back", "chev", "out"]);
