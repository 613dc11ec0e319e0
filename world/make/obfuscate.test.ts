import { expect, it } from "vitest";
import { starInside, starMiddle, starRhythm } from "./obfuscate.ts";

it.each([
  ["example.social", "exam***.***ial"],
  ["threads.net", "thr****.*et"],
])("stars out the middle of %s", (name, starred) => expect(starMiddle(name)).toBe(starred));

it.each([
  ["very-bad-instance.example", "v*ry*b**-i**t*nc*.e*a**le"],
  ["hollo.test", "h*ll*.**st"],
])("stars out %s in another rhythm", (name, starred) => expect(starRhythm(name)).toBe(starred));

it.each([
  ["ridiculo.me", "rid*****.me"],
  ["starred.example", "sta****.****ple"],
  ["abcd.io", "ab**.io"],
  ["ab.io", "a*.io"],
  ["a.io", "a.*o"],
])("leaves both ends of %s", (name, starred) => expect(starInside(name)).toBe(starred));
