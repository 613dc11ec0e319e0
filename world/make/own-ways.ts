import type { SoftwareName } from "../software/names.ts";
import type { Parameters } from "./presets.ts";
import type { ServerSpec } from "./scenario.ts";

type Chance = (what: string) => number;
/** Every name of the mover's two servers. */
type Homes = { readonly old: readonly string[]; readonly target: readonly string[] };
type Blocks = NonNullable<ServerSpec["blocks"]>;

/** What other software than Mastodon decides for itself, beyond the settings that all have in common. */
export function ownWays(chance: Chance, software: SoftwareName, homes: Homes, wanted: Parameters, blocks: Blocks) {
  if (software === "gotosocial") return gotosocial(chance, homes, wanted, blocks);
  if (software === "snac") return robots(chance, wanted);
  if (MISSKEYS.has(software)) return misskey(chance, homes, wanted);
  return STARRED.has(software) && chance("star") < wanted.starRows ? { blocks: starred(blocks) } : {};
}

const MISSKEYS: ReadonlySet<SoftwareName> = new Set(["misskey", "sharkey", "cherrypick"]);
/** Where a row may have a star before the name. */
const STARRED: ReadonlySet<SoftwareName> = new Set(["akkoma", "pleroma", "friendica"]);

const robots = (chance: Chance, { opensRobots }: Parameters): ServerSpec =>
  chance("robots") < opensRobots ? { robots: "none" } : {};

/** Allowed servers alone, or an allow kept as an insurance against an imported block. */
function gotosocial(chance: Chance, { old, target }: Homes, wanted: Parameters, blocks: Blocks): ServerSpec {
  const open = robots(chance, wanted);
  const allowList = chance("shows allows") < wanted.gotosocialShowsAllows ? "public" : "hidden";
  if (chance("allow-list mode") < wanted.gotosocialAllowLists)
    return { ...open, limited: true, allows: old, allowList };
  const isInsured = target.some((name) => name in blocks) && chance("insured") < wanted.gotosocialInsured;
  return isInsured ? { ...open, allows: target, allowList } : open;
}

function misskey(chance: Chance, { old }: Homes, { misskeyCircles, misskeyAlone }: Parameters): ServerSpec {
  const circle = chance("circle");
  if (circle < misskeyAlone) return { limited: true };
  return circle < misskeyAlone + misskeyCircles ? { limited: true, allows: old } : {};
}

const starred = (blocks: Blocks): Blocks =>
  Object.fromEntries(Object.entries(blocks).map(([name, row]) => [`*.${name}`, row]));
