import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readConfig } from "#lib/config.ts";
import type { Report } from "#lib/contract/report.ts";
import { type Recorded, replaying } from "#lib/wire.ts";
import { answeringAtHome } from "#testing/recorded/at-home.ts";
import { closedAt, laid, type RecordedMoverName, readMover, recordingsOf } from "#testing/recorded/recorded-mover.ts";
import { freshDatabase } from "#testing/store/template.ts";
import { replayCheck } from "../../scripts/replay/replay-check.ts";

const PATIENCE_MS = 120_000;
const at = (host: string, ...names: readonly string[]): readonly string[] => names.map((name) => `${name}@${host}`);
const both = (...hosts: readonly string[]) => hosts.flatMap((name) => at(`${name}.test`, `${name}1`, `${name}2`));

/** Who followed before the move, as the databases of the servers said. */
const ALICES = [
  ...both("ash", "bay", "box", "elm", "fig", "fir", "ivy", "nut", "old", "pine", "plum", "rye", "tea", "yew"),
  ...at("oak.test", "oak1", "oak2", "oakblk", "oakdom", "oakmov", "oaknb", "oaksus", "oakdel"),
  "new1@new.test",
];
const ANNAS = [
  ...at("mk.test", "mia", "mona", "max"),
  ...at("mk2.test", "lena", "lars"),
  ...at("fir.test", "fay", "flo", "frank", "finja"),
  ...at("gorse.test", "gina", "gabi", "gus"),
  ...["jan@juniper.test", "olga@alder.test", "nils@birch.test", "holly@hollo.test", "sven@snac.test"],
  ...[...at("cedar.test", "cora", "carlo"), ...at("dogwood.test", "dirk", "dina"), ...at("elm.test", "elsa", "emil")],
  ...at("hazel.test", "hugo", "hana"),
];

type Case = {
  readonly old: string;
  readonly fresh: string;
  readonly before: readonly string[];
  /** Of those from before, as many as the new list lacked. */
  readonly lacks: number;
  /** Whose accounts were gone. */
  readonly gone?: readonly string[];
  readonly recordings: () => readonly Recorded[];
  readonly begun: RecordedMoverName;
};
const of = (name: RecordedMoverName): readonly Recorded[] => recordingsOf(readMover(name));
/** Deleted or suspended at home when the lists were read for the second time. */
const GONE = [
  "fir1@fir.test",
  "fir2@fir.test",
  "yew1@yew.test",
  "pine2@pine.test",
  "oakdel@oak.test",
  "oaksus@oak.test",
];
const ALICE: Omit<Case, "lacks" | "recordings"> = {
  ...{ old: "@alice@old.test", fresh: "@alice@new.test", before: ALICES, gone: GONE, begun: "mastodon-closed" },
};
const shut = (...hosts: readonly string[]) => closedAt(laid(of("mastodon-open"), of("mastodon-closed")), hosts);

const MOVERS: Readonly<Record<string, Case>> = {
  "Mastodon, both lists open": { ...ALICE, lacks: 23, recordings: () => of("mastodon-open"), begun: "mastodon-open" },
  "Mastodon, the new server's API closed": { ...ALICE, lacks: 22, recordings: () => shut("new.test") },
  "Mastodon, the old server's API closed": { ...ALICE, lacks: 22, recordings: () => shut("old.test") },
  "Mastodon, both APIs closed": { ...ALICE, lacks: 22, recordings: () => shut("old.test", "new.test") },
  GoToSocial: {
    ...{ old: "@anna@alder.test", fresh: "@anna@birch.test", before: ANNAS, gone: ["gus@gorse.test"] },
    ...{ lacks: 12, recordings: () => of("gotosocial"), begun: "gotosocial" },
  },
  "GoToSocial to Hollo": {
    ...{ old: "@flo@fir.test", fresh: "@holly@hollo.test", before: [] },
    ...{ lacks: 99, recordings: () => of("hollo"), begun: "hollo" },
  },
};
/** Four of the six are Mastodon's; `npm run prove` takes them all. */
const SAMPLE = ["Mastodon, both APIs closed", "GoToSocial"];

async function replayed({ old, fresh, before, begun, recordings }: Case): Promise<Report> {
  const exchanges = recordings();
  const dataDir = join(mkdtempSync(join(tmpdir(), "mover-")), "data");
  await freshDatabase(dataDir);
  const handles = before.length > 0 ? { before: { kind: "snapshot" as const, handles: [...before] } } : {};
  const replay = answeringAtHome(replaying(exchanges), exchanges);
  const { ran } = await replayCheck(
    readConfig({}),
    { mode: "moved", old, new: fresh, ...handles },
    { exchanges, begun: readMover(begun).begun },
    { place: { kind: "embedded", dataDir }, replay },
  );
  if (!ran.ok) throw new Error(ran.why);
  return ran.report;
}

/** Mastodon's numbers, and the keys that Misskey and its forks gave in these beds. */
const IS_KEY = /^(?:\d{6,}|au4[0-9a-z]{8,})@/;
/** A server that is closed or down names nobody: whom a list knows by address alone may stand beside his own name. */
const isAddress = (acct: string): boolean => acct.startsWith("https://");
/** People are their actor, whatever they are called: a name beside its own bare address is one person twice. */
const actorOf = ({ acct, uri }: NonNullable<Report["followers"]>[number]): string => uri ?? acct;
const twice = (all: readonly string[]) => all.filter((one, place) => all.indexOf(one) !== place);
const isArrived = ({ group }: NonNullable<Report["followers"]>[number]): boolean => group === "here";

describe("what real servers answered about a real move", () => {
  it.each(Object.entries(MOVERS).filter(([name]) => process.env.PROVE || SAMPLE.includes(name)))(
    "%s: nobody is gone who answers, nobody stands there twice, and no key is a name",
    async (_, mover) => {
      const { followers = [], counts } = await replayed(mover);
      const people = followers ?? [];
      const named = people.map(({ acct }) => acct);
      expect(named.filter((acct) => IS_KEY.test(acct))).toEqual([]);
      expect(new Set(named).size).toBe(named.length);
      // Hollo's people are known by name alone.
      const isNamedAndKnown = people.some(({ acct, uri }) => uri !== undefined && uri !== acct);
      expect(isNamedAndKnown).toBe(mover.before.length > 0);
      expect(twice(people.map(actorOf))).toEqual([]);
      const gone = people.filter(({ cause, reach }) => cause === "account-gone" || reach === "gone");
      expect(gone.map(({ acct }) => acct).filter((acct) => !mover.gone?.includes(acct))).toEqual([]);
      const missing = people.filter((one) => !isArrived(one));
      const unnamed = missing.filter(({ acct }) => isAddress(acct));
      expect(counts.missing).toBeLessThanOrEqual(mover.lacks);
      expect(counts.missing).toBeGreaterThanOrEqual(missing.length - unnamed.length);
      if (counts.missing < missing.length) expect(counts.missingIs).toBe("at-least");
      expect(people.length).toBeGreaterThan(0);
    },
    PATIENCE_MS,
  );
});
