import { expect, it } from "vitest";
import type { Report } from "#lib/contract/report.ts";
import { oldCopies } from "./alias-wait.ts";

type Server = Report["servers"][number];
const on = (name: string | null, version: string, causes: Readonly<Record<string, number>>) =>
  ({ ...(name ? { software: { name, version } } : {}), plans: { "new.test": causes } }) as unknown as Server;
const waitedFor = (...servers: readonly Server[]) => oldCopies({ servers: [...servers] }, "new.test");
const NOBODY = { followers: 0, software: [] };

it.each([
  ["mastodon", "4.5.0"],
  ["misskey", "2025.4.0"],
  ["gotosocial", "0.20.0"],
  ["akkoma", "3.16.0"],
  ["pixelfed", "0.12.4"],
  ["hollo", "0.10.0"],
  ["iceshrimp.net", "2025.1"],
  ["friendica", "2024.08"],
])("waits for nobody on %s %s", (name, version) => expect(waitedFor(on(name, version, { clear: 4 }))).toEqual(NOBODY));

it.each([
  ["pleroma", "2.9.0", "Pleroma"],
  ["akkoma", "3.15.2", "Akkoma"],
  ["snac", "2.75", "snac"],
  ["newthing", "1.0", "newthing"],
])("waits a day for those on %s %s", (name, version, software) =>
  expect(waitedFor(on(name, version, { clear: 2, unknown: 1, "waiting-for-approval": 1 }))).toEqual({
    followers: 4,
    software: [software],
  }),
);

it("waits for nobody who cannot come anyway, nor for a server that told nobody what it runs", () => {
  expect(waitedFor(on("pleroma", "2.9.0", { "new-server-blocked": 9 }), on(null, "", { unknown: 3 }))).toEqual(NOBODY);
});

it("names the software of most people first, each once", () => {
  const few = on("pleroma", "2.9.0", { clear: 2 });
  expect(waitedFor(few, on("snac", "2.75", { clear: 3 }), few)).toEqual({
    followers: 7,
    software: ["Pleroma", "snac"],
  });
});
