import { cn } from "./cn.ts";

/** The lines of one icon. A part that the browser draws takes this with its one path, and not the table of all icons. */
export const Drawing = ({ path, className }: { path: string; className?: string | undefined }) => (
  <svg aria-hidden="true" className={cn("i", className)} viewBox="0 0 24 24">
    <path d={path} />
  </svg>
);
