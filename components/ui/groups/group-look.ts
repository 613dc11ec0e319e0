/** The same names as the contract's groups, in the order in which they are shown. Each has a colour, a pattern and an icon. */
export const GROUP_NAMES = ["here", "you", "wait", "follower", "admin", "nobody", "unknown"] as const;
export type GroupName = (typeof GROUP_NAMES)[number];

export const patternOf = (group: GroupName): string => `url(#group-${group})`;
