import { expect, it } from "vitest";
import { starMiddle, starRhythm } from "./obfuscate.ts";

it.each([
  ["example.social", "exam***.***ial"],
  ["threads.net", "thr****.*et"],
])("stars out the middle of %s", (name, starred) => expect(starMiddle(name)).toBe(starred));

it.each([
  ["very-bad-instance.example", "v*ry*b**-i**t*nc*.e*a**le"],
  ["hollo.test", "h*ll*.**st"],
])("stars out %s in another rhythm", (name, starred) => expect(starRhythm(name)).toBe(starred));
