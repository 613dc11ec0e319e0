import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { rejudge } from "#lib/check/judge/rejudge.ts";
import type { Evidence, ExportedReport } from "#lib/contract/evidence.ts";
import { differenceLines } from "./lines.ts";

const source = { kind: "network", url: "https://far.example/list", at: "2026-11-20T12:00:00.000Z" } as const;
const known = <T>(value: T) => ({ known: true, value, source }) as const;
const side = (host: string) => ({
  ...{ key: host, host, webHost: host, acct: `alice@${host}` },
  ...{ software: known({ name: "mastodon", version: "4.6.0" }), account: known({ acct: `alice@${host}` }) },
  list: { ...known({ read: 1 }), complete: true },
});
const EVIDENCE: Evidence = {
  check: {
    ...{ mode: "moved", now: "2026-11-21T12:00:00.000Z", before: { is: "unknown" } },
    movedAt: known("2026-11-01"),
    old: { ...side("old.example"), actor: known({ uri: "https://old.example/a", movedTo: "https://new.example/a" }) },
    targets: [
      {
        ...side("new.example"),
        actor: known({ uri: "https://new.example/a", alsoKnownAs: ["https://old.example/a"], loopsBack: true }),
      },
    ],
  },
  servers: [
    {
      host: "far.example",
      nodeinfo: known({ software: { name: "mastodon", version: "4.6.0" }, users: 90 }),
      onOld: { list: known({ inbound: "blocked", outbound: "blocked", basis: "list", match: "digest" }) },
      ...{ onTarget: {}, byOld: {}, byTarget: {} },
    },
  ],
  people: [
    { acct: "bo@far.example", server: "far.example", in: [], old: {} },
    { acct: "cy@far.example", server: "far.example", in: [], old: {} },
  ],
};

it("says of each verdict what decided it", () => {
  const { out, code } = judge(EVIDENCE);
  expect(out).toContain("@alice@old.example → @alice@new.example, by the rules ");
  expect(out).toMatch(
    / {2}@bo@far\.example, @cy@far\.example towards new\.example\n {4}old-only: old-server-blocked, proven/,
  );
  expect(out).toContain('because onOld.list = {"inbound":"blocked"');
  expect(out).toContain("(https://far.example/list, 2026-11-20T12:00:00.000Z)");
  expect(code).toBe(0);
});

it("says which verdicts are other than in the file", () => {
  const before = (acct: string, cause: string) => ({ acct, cause, certainty: "proven" });
  const all = [before("bo@far.example", "server-gone"), before("cy@far.example", "old-server-blocked")];
  const followers = all as unknown as ExportedReport["followers"];
  expect(differenceLines({ followers }, rejudge(EVIDENCE))).toEqual([
    "@bo@far.example was server-gone (proven) and is old-server-blocked (proven)",
  ]);
});

it("says so where a file holds no evidence", () => {
  expect(judge({})).toMatchObject({ code: 1, said: expect.stringContaining("There is no evidence in ") });
});

function judge(file: unknown) {
  const folder = mkdtempSync(join(tmpdir(), "judge-"));
  const path = join(folder, "facts.json");
  writeFileSync(path, JSON.stringify(file));
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/judge.ts", path], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  return { code: status, out: stdout, said: stderr };
}
