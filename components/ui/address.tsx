import { cn } from "./cn.ts";

/** How a server's name is written for reading, and what is really meant by it. */
type Shown = { shown: string; ascii: string };

/** A name keeps its own direction in every language, and says what is really meant where it is foreign. */
export function HostName({ shown, ascii, className }: Shown & { className?: string }) {
  return (
    <bdi className={cn("[overflow-wrap:anywhere]", className)} dir="ltr" title={shown === ascii ? undefined : ascii}>
      {shown}
    </bdi>
  );
}

export function Address({ user, host, className }: { user: string; host: Shown; className?: string }) {
  const { shown, ascii } = host;
  return (
    <bdi className={cn("[overflow-wrap:anywhere]", className)} dir="ltr" title={shown === ascii ? undefined : ascii}>
      @{user}@{shown}
    </bdi>
  );
}
