import { expect, it } from "vitest";
import { speaksAsOurPages } from "./next-headers.ts";

const tree = (value: unknown) => encodeURIComponent(JSON.stringify(value));
const OURS = tree(["", { children: ["check", { children: [["id", "abc", "d", null], {}] }] }, null, null]);

it.each([
  ["a plain request", {}, true],
  ["the router of our pages", { rsc: "1", "next-router-state-tree": OURS }, true],
  ["a state without the router", { "next-router-state-tree": OURS }, false],
  ["what is no JSON", { rsc: "1", "next-router-state-tree": "%5B%5B" }, false],
  ["what is no text", { rsc: "1", "next-router-state-tree": "%" }, false],
  ["another kind of value", { rsc: "1", "next-router-state-tree": tree({}) }, false],
  ["a deep one", { rsc: "1", "next-router-state-tree": "[".repeat(1_000) + "]".repeat(1_000) }, false],
  ["a long one", { rsc: "1", "next-router-state-tree": tree(["x".repeat(5_000)]) }, false],
  ["an action, of which we have none", { "next-action": "7f" }, false],
])("%s: %#", (_, headers, ours) => expect(speaksAsOurPages(headers)).toBe(ours));
