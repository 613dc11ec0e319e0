import { displayHost } from "#lib/domain/host.ts";
import { cn } from "./cn.ts";

/** An address keeps its own direction in every language, and shows what is really meant where the name is foreign. */
export function Address({ acct, className }: { acct: string; className?: string }) {
  const [user = "", host = ""] = acct.split("@");
  const { shown, ascii } = displayHost(host);
  return (
    <bdi className={cn("[overflow-wrap:anywhere]", className)} dir="ltr" title={shown === ascii ? undefined : ascii}>
      @{user}@{shown}
    </bdi>
  );
}

export function HostName({ host, className }: { host: string; className?: string }) {
  const { shown, ascii } = displayHost(host);
  return (
    <bdi className={cn("[overflow-wrap:anywhere]", className)} dir="ltr" title={shown === ascii ? undefined : ascii}>
      {shown}
    </bdi>
  );
}
