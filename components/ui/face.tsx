import { cn } from "./cn.ts";
import { initialsOf } from "./initials.ts";

const TINTS = ["", "face--b", "face--c", "face--d", "face--e"] as const;

/** Initials, never a stranger's picture: loading one would tell a server who is looked at. */
export function Face({ name, small = false }: { name: string; small?: boolean }) {
  const tint = TINTS[[...name].reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0) % TINTS.length];
  return (
    <span aria-hidden="true" className={cn("face", tint, small && "face--s")}>
      {initialsOf(name)}
    </span>
  );
}
