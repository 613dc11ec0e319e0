import { expect, it } from "vitest";
import { hostIn } from "./host-in.ts";

it.each([
  ["Far.example", "far.example"],
  ["b%C3%BCcher.example", "bücher.example"],
  ["%c0%af", ""],
])("reads %s as %j", (part, host) => expect(hostIn(part)).toBe(host));
