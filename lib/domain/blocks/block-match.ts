import { defined } from "#lib/flow/defined.ts";
import { MATCH_RULES, type MatchRuleId } from "#lib/software/match-rules.ts";
import type { Match, Pass, Stance } from "../evidence/stance.ts";
import { displayHost, parseHost } from "../names/host.ts";
import type { Host } from "../names/spellings.ts";
import type { HostName, MatchRule } from "./block-rules.ts";
import { matchesGlob } from "./glob.ts";

/** `stop`: receives from there and sends nothing. */
export type BlockEffect = "block" | "stop" | "limit";
export type BlockRow = {
  /** As published: a name, a masked one, a wildcard. Left out once only its digest is kept. */
  readonly domain?: string;
  /** SHA-256 of the clear name, hexadecimal. */
  readonly digest?: string;
  /** The digest is that of what stands behind a leading `*.`. */
  readonly lead?: true;
  readonly effect: BlockEffect;
  /** The reason given with it speaks of harm. Its text is not kept. */
  readonly harm?: true;
};
export type BlockList = {
  readonly rule: MatchRuleId;
  readonly rows: readonly BlockRow[];
  /** False where the server says that it left rows out, or publishes some kinds of rows only. */
  readonly whole: boolean;
  /** Where not empty: everybody else is shut out. */
  readonly allowed?: readonly BlockRow[];
};

/** A server of the mover's by every name a list may hold: handle host, web host, and what is above them. */
export type NamedHost = {
  readonly host: Host;
  readonly names: readonly ServerName[];
};
type ServerName = {
  readonly name: Host;
  readonly digest: string;
  readonly own: boolean;
  /** Which of the server's names it is, or stands above. Left out: of both. */
  readonly of?: readonly HostName[];
};

/** What a published list says about one named server. Only names the mover gave are ever looked for. */
export function stanceOn(list: BlockList, named: NamedHost): Stance {
  const rule: MatchRule = MATCH_RULES[list.rule];
  const hits = findHits(list.rows, named, list.rule);
  const sure = hits.filter((hit) => hit.match !== "pattern");
  const deciding = rule.longestWins ? longestOfEach(sure, comparedNames(named, rule)) : sure;
  if (deciding.some(({ row }) => row.effect !== "limit")) return decided(list, deciding);
  if (isLeftOut(list, named)) {
    return { inbound: "blocked", outbound: "blocked", basis: "list", match: "exact", allowList: true };
  }
  const masked = hits.filter((hit) => hit.match === "pattern");
  const kept = deciding.some(({ match }) => match !== "parent") ? deciding : [...masked, ...deciding];
  return decided(list, kept);
}

/** The server limits somebody: a person who moves to it may have followers waiting there. */
export const limitsSome = (list: BlockList): boolean => list.rows.some((row) => row.effect === "limit");

type Hit = { readonly row: BlockRow; readonly match: Match; readonly name: Host; readonly rarely?: true };

const WEIGHT: Record<BlockEffect, number> = { block: 2, stop: 1, limit: 0 };
const STRENGTH: Record<Match, number> = { exact: 3, digest: 3, parent: 2, pattern: 1 };

function decided(list: BlockList, hits: readonly Hit[]): Stance {
  const rest: Pass = list.whole ? "open" : "unknown";
  const first = [...hits].sort(
    (one, other) => WEIGHT[other.row.effect] - WEIGHT[one.row.effect] || STRENGTH[other.match] - STRENGTH[one.match],
  )[0];
  if (!first) return { inbound: rest, outbound: rest, basis: "list" };
  return {
    inbound: hits.some(({ row }) => row.effect === "block") ? "blocked" : rest,
    outbound: hits.some(({ row }) => row.effect !== "limit") ? "blocked" : rest,
    ...(hits.some(({ row }) => row.effect === "limit") ? { limited: true } : {}),
    basis: "list",
    match: first.match,
    ...(first.match === "parent" && !MATCH_RULES[list.rule].longestWins ? { parentProves: true } : {}),
    ...defined({ rarely: first.rarely }),
    entry: first.row.domain ?? first.name,
    ...(hits.some(({ row }) => row.harm) ? { harm: true } : {}),
  };
}

/** On Mastodon one row decides about each of the two names: a row for the name itself overrides those above it. */
function longestOfEach(hits: readonly Hit[], names: readonly ServerName[]): readonly Hit[] {
  return names
    .filter(({ own }) => own)
    .flatMap((one) => {
      const about = hits.filter(({ name }) => isBelow(one.name, name));
      const longest = Math.max(0, ...about.map(({ name }) => name.length));
      return about.filter(({ name }) => name.length === longest);
    });
}

/** Where a software compares both names, it must have allowed both. */
function isLeftOut({ allowed, rule: id }: BlockList, named: NamedHost): boolean {
  if (!allowed || allowed.length === 0) return false;
  const rule: MatchRule = MATCH_RULES[id];
  const hits = findHits(allowed, named, id).filter(({ match }) => !rule.allowsExactly || match !== "parent");
  const names = comparedNames(named, rule).filter(({ own }) => own);
  const isAllowed = ({ name: own }: ServerName) => hits.some(({ name }) => isBelow(own, name));
  return !(rule.compares ? names.every(isAllowed) : hits.length > 0);
}

/** The names of a server that a software looks for in its list. Where nobody has read which, all of them. */
function comparedNames({ names }: NamedHost, { compares, sometimesCompares = [] }: MatchRule): readonly ServerName[] {
  const compared = compares && [...compares, ...sometimesCompares];
  return compared ? names.filter(({ of }) => of?.some((name) => compared.includes(name)) ?? true) : names;
}

function findHits(rows: readonly BlockRow[], named: NamedHost, rule: MatchRuleId): readonly Hit[] {
  const index = makeIndex(named, MATCH_RULES[rule]);
  return rows.flatMap((row) => {
    const hit = hitBy(row, index, rule);
    return hit ? [{ row, ...hit }] : [];
  });
}

type RowMatch = Omit<Hit, "row">;
type Index = {
  readonly own: readonly Host[];
  readonly byName: ReadonlyMap<string, RowMatch>;
  readonly byDigest: ReadonlyMap<string, RowMatch>;
  readonly byLead: ReadonlyMap<string, RowMatch>;
  readonly byMask: ReadonlyMap<string, RowMatch>;
};

function makeIndex(named: NamedHost, rule: MatchRule): Index {
  const compared = comparedNames(named, rule);
  const names = compared.filter(({ own }) => own || rule.below);
  const found = ({ name, own, of }: ServerName, match: Match): RowMatch => ({
    ...{ match: own ? match : "parent", name },
    ...(of && rule.compares && !of.some((one) => rule.compares?.includes(one)) ? { rarely: true } : {}),
  });
  const bare = (name: string) => (rule.dropsWww ? name.replace(/^www\./, "") : name);
  return {
    own: compared.filter(({ own }) => own).map(({ name }) => bare(name)),
    byName: new Map(names.map((one) => [bare(one.name), found(one, "exact")])),
    byDigest: new Map(names.map((one) => [one.digest, found(one, "digest")])),
    byLead: new Map(compared.map(({ name, digest }) => [digest, { match: "parent", name: `*.${name}` }])),
    byMask: new Map(names.flatMap(({ name }) => maskedForms(name, rule))),
  };
}

function maskedForms(name: Host, { mask, wildcards }: MatchRule): [string, RowMatch][] {
  // A whole ending is too short for its mask to mean it.
  if (!mask || !name.includes(".")) return [];
  // Some softwares publish the Unicode form, and a wildcard is masked together with the name behind it.
  const spellings = [name, displayHost(name).shown, ...(wildcards.includes("lead") ? [`*.${name}`] : [])];
  return spellings.map(mask).flatMap((form) => (form.includes("*") ? [[form, { match: "pattern", name }]] : []));
}

/** No name is longer, and a row that is was written to cost time: it is nobody's, and is not looked at. */
const LONGEST_ROW = 255;
export const isTooLong = ({ domain = "" }: BlockRow): boolean => domain.length > LONGEST_ROW;

/** A row with a digest is decided by the digest alone: its stars may be a mask or meant literally. */
function hitBy(row: BlockRow, index: Index, rule: MatchRuleId): RowMatch | undefined {
  if (row.digest !== undefined) return (row.lead ? index.byLead : index.byDigest).get(row.digest.toLowerCase());
  if (isTooLong(row)) return undefined;
  const domain = (row.domain ?? "").trim().toLowerCase();
  if (!/[*?[]/.test(domain)) return index.byName.get(listedName(domain, rule));
  return wildcardHit(domain, index, MATCH_RULES[rule]) ?? index.byMask.get(domain);
}

/** A name as lists write it (upper case, Unicode, a final dot), in the spelling that is compared. */
export function listedName(domain: string, rule: MatchRuleId): string {
  const written = domain.trim().toLowerCase();
  const name = MATCH_RULES[rule].dropsWww ? written.replace(/^www\./, "") : written;
  if (/^[a-z0-9.-]+$/.test(name)) return name.replace(/\.$/, "");
  const parsed = parseHost(name);
  return parsed.ok ? parsed.host : name;
}

function wildcardHit(domain: string, { own }: Index, { wildcards }: MatchRule): RowMatch | undefined {
  for (const name of own) {
    if (wildcards.some((wildcard) => WILDCARDS[wildcard](domain, name))) return { match: "parent", name };
  }
  return undefined;
}

const isBelow = (name: string, top: string) => name === top || name.endsWith(`.${top}`);
const WILDCARDS: Record<Wildcard, (entry: string, name: string) => boolean> = {
  lead: (entry, name) => entry.startsWith("*.") && !entry.includes("*", 1) && isBelow(name, entry.slice(2)),
  trail: (entry, name) => /^[^*]+\.\*$/.test(entry) && `.${name}`.includes(`.${entry.slice(0, -1)}`),
  glob: (entry, name) => matchesGlob(entry, name),
};
type Wildcard = MatchRule["wildcards"][number];
