import { expect, it } from "vitest";
import { NOWHERE } from "../state/run-state.ts";
import { tryAgainAt } from "./retry-page.ts";

const NOW = new Date("2026-11-20T12:00:00.000Z");
const LATER = "2026-11-20T12:05:00.000Z";
const source = { kind: "network", at: NOW.toISOString() } as const;
const end = { kind: "end", complete: false, read: 80, source } as const;

it.each([
  [
    "a page that did not come is asked for again after the gate's pause",
    { ...end, gap: "unreachable" },
    0,
    "2026-11-20T12:01:01.000Z",
  ],
  ["a pause that somebody named is kept", { ...end, gap: "unreachable", until: LATER }, 1, LATER],
  ["who stays silent is believed", { ...end, gap: "unreachable" }, 2, undefined],
  [
    "an error that was answered is an answer",
    { ...end, gap: "unreachable", source: { ...source, status: 502 } },
    0,
    undefined,
  ],
  ["who could not reach us is asked again when we sign again", { ...end, gap: "our-fault", until: LATER }, 0, LATER],
  ["the same, at its first word of it", { ...end, gap: "our-fault", source: { ...source, status: 503 } }, 0, LATER],
  ["a name server that did not answer us is asked again", { ...end, gap: "our-fault" }, 1, LATER],
  [
    "who cannot look us up will not do so soon",
    { ...end, gap: "our-fault", source: { ...source, status: 500 } },
    0,
    undefined,
  ],
  ["a hidden list is hidden", { ...end, gap: "hidden-by-server" }, 0, undefined],
  ["a whole list is whole", { kind: "end", complete: true, read: 80 }, 0, undefined],
] as const)("%s", (_, step, missed, at) => {
  expect(tryAgainAt(step, { ...NOWHERE, missed }, NOW)).toBe(at);
});
