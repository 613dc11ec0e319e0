import { cn } from "./cn.ts";
import { Drawing } from "./drawing.tsx";
import { CHECK, CHEVRON, SHARE, WARN } from "./shapes.ts";

/** Drawn by the server alone: on the pages that have to be light, an icon must not bring code to the browser. */
const SHAPES = {
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M5 19l1.4-1.4M17.6 6.4 19 5",
  language: "M5 8l6 6M4 14l6-6 2-3M2 5h12M7 2h1M22 22l-5-10-5 10M14 18h6",
  here: "M5 21V5l9-2v18M14 5h5v16M3 21h18M10.5 12h.01",
  you: "M13 3 5 14h6l-1 7 8-11h-6z",
  wait: "M5 3h14M5 21h14M7 3v4l5 5 5-5V3M7 21v-4l5-5 5 5v4",
  follower: "M9 14.5V5.5a1.5 1.5 0 0 1 3 0V11l4.6.9a2 2 0 0 1 1.6 2.2L17.5 21H10l-4.6-6.2a1.4 1.4 0 0 1 2.2-1.7L9 14.5",
  admin: "M12 3v18M7 21h10M4 7h16M6.5 7 3 14h7zM17.5 7 14 14h7z",
  nobody: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM5.6 18.4 18.4 5.6",
  unknown: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1.9-1.1 1.8M12 17h.01",
  again:
    "M3 12a9 9 0 0 1 9-9 9.75 9.75 0 0 1 6.74 2.74L21 8M21 3v5h-5M21 12a9 9 0 0 1-9 9 9.75 9.75 0 0 1-6.74-2.74L3 16M8 16H3v5",
  share: SHARE,
  good: "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20ZM16 9l-5.5 5.5L8 12",
  warn: WARN,
  check: CHECK,
  right: "M5 12h14M12 5l7 7-7 7",
  out: "M7 7h10v10M7 17 17 7",
  back: "M15 18l-6-6 6-6",
  chev: CHEVRON,
  minus: "M5 12h14",
  x: "M18 6 6 18M6 6l12 12",
  people:
    "M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2M9 3a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM16 3.1a4 4 0 0 1 0 7.8M22 21v-2a4 4 0 0 0-3-3.9",
  pen: "M13 21h8M15 5l4 4M21.2 6.8a1 1 0 0 0-4-4L3.8 16.2a2 2 0 0 0-.5.8L2 21.4a.5.5 0 0 0 .6.6L7 20.7a2 2 0 0 0 .8-.5z",
  mail: "M4 4h16a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2ZM22 7l-9 5.7a2 2 0 0 1-2 0L2 7",
  down: "M12 15V3M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4M7 10l5 5 5-5",
  trash: "M10 11v6M14 11v6M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6M3 6h18M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2",
  stop: "M6 6h12v12H6z",
  search: "M11 3a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM21 21l-4.3-4.3",
  heart: "M12 20 4.5 12.6a5 5 0 0 1 7-7l.5.5.5-.5a5 5 0 0 1 7 7z",
  bot: "M12 8V4H8M4 8h16v12H4zM2 14h2M20 14h2M15 13v2M9 13v2",
  sort: "M12 5v14M19 12l-7 7-7-7",
  server: "M2 3h20v7H2zM2 14h20v7H2zM6 6.5h.01M6 17.5h.01",
  file: "M14 2H6a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V8zM14 2v6h6M12 18v-6M9 15h6",
} as const;
export type IconName = keyof typeof SHAPES;

/** An icon beside words. Arrows turn round where lines run from the right. */
export function Icon({ name, className }: { name: IconName; className?: string | undefined }) {
  return <Drawing className={cn(TURNS.has(name) && "i--flip", className)} path={SHAPES[name]} />;
}

const TURNS: ReadonlySet<IconName> = new Set(["right", "back", "chev", "out"]);
