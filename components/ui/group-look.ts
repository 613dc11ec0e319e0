import {
  CircleHelp,
  CircleSlash,
  DoorOpen,
  Hourglass,
  type LucideIcon,
  MousePointerClick,
  Scale,
  Zap,
} from "lucide-react";
import type { Group } from "#lib/domain/verdict.ts";

/** Colour, pattern and icon of each group: three signs, so that none of them has to be seen. */
export const GROUP_ICON: Readonly<Record<Group, LucideIcon>> = {
  here: DoorOpen,
  you: Zap,
  wait: Hourglass,
  follower: MousePointerClick,
  admin: Scale,
  nobody: CircleSlash,
  unknown: CircleHelp,
};

export const patternOf = (group: Group): string => `url(#group-${group})`;
