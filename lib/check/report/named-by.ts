import type { Report } from "#lib/contract/report.ts";
import type { ServerFacts } from "#lib/domain/evidence/evidence.ts";
import type { Stance } from "#lib/domain/evidence/stance.ts";
import type { TargetKey } from "#lib/domain/names/spellings.ts";

type NamedBy = NonNullable<NonNullable<Report["candidates"]>[number]["namedBy"]>;

/**
 * Of the followers' servers that publish whom they block: how many name this candidate. No third party is needed for
 * it. A masked name may be somebody else's, and who is only not on a list of allowed servers is named by nobody.
 */
export function namedBy(servers: readonly { readonly facts: ServerFacts | null }[], key: TargetKey): NamedBy {
  const said = servers.flatMap(({ facts }) => {
    const list = facts?.onTarget[key]?.list;
    return list?.known ? [list.value] : [];
  });
  const surely = said.filter(({ match, allowList }) => match !== "pattern" && !allowList);
  const blocked = surely.filter(isBlock).length;
  return { of: said.length, blocked, limited: surely.filter((stance) => !isBlock(stance) && stance.limited).length };
}

const isBlock = ({ inbound, outbound }: Stance): boolean => inbound === "blocked" || outbound === "blocked";
