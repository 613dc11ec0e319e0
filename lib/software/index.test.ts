import { expect, it } from "vitest";
import { softwareName } from "./index.ts";

it.each([
  ["mastodon", "Mastodon"],
  ["GoToSocial", "GoToSocial"],
  ["peertube", "PeerTube"],
  ["something-new", "something-new"],
  ["constructor", "constructor"],
])("%s is written %s", (name, written) => expect(softwareName(name)).toBe(written));
