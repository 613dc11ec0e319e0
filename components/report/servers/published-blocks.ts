import type { ReportServer } from "#lib/contract/report.ts";

export type PublishedBlocks = { readonly total: number; readonly blocking: number };

/** Fewer would say more about chance than about servers. */
const ENOUGH = 10;

/** Of the servers that publish a list, how many block one of the mover's two. Null where too few publish. */
export function publishedBlocks(servers: readonly ReportServer[]): PublishedBlocks | null {
  const publishing = servers.filter(({ facts }) => facts.some(isList));
  if (publishing.length < ENOUGH) return null;
  const blocking = publishing.filter(({ facts }) => facts.some((fact) => isList(fact) && blocks(fact.value)));
  return { total: publishing.length, blocking: blocking.length };
}

type Fact = ReportServer["facts"][number];
/** What it shows its own people alone is not published. */
const isList = ({ fact, known, source }: Fact): boolean =>
  known && source?.kind !== "member" && (fact === "onOld.list" || fact === "onTarget.list");

/** A masked name that fits may be somebody else's. */
const blocks = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  "inbound" in value &&
  value.inbound === "blocked" &&
  !("match" in value && value.match === "pattern");
