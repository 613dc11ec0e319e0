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

/** Colour, pattern and icon of each group: three signs, so that none of them has to be seen. */
export const GROUP_ICON = {
  here: DoorOpen,
  you: Zap,
  wait: Hourglass,
  follower: MousePointerClick,
  admin: Scale,
  nobody: CircleSlash,
  unknown: CircleHelp,
} as const satisfies Readonly<Record<string, LucideIcon>>;

/** The same names as the contract's groups, in the order in which they are shown. */
export type GroupName = keyof typeof GROUP_ICON;
export const GROUP_NAMES = Object.keys(GROUP_ICON) as readonly GroupName[];

export const patternOf = (group: GroupName): string => `url(#group-${group})`;
