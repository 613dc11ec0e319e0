import { expect, it } from "vitest";
import { dropKeys, keepKey } from "./key.ts";

const CONFIG = { publicUrl: "https://house.example", retentionDays: 30, plannedDays: 180 };
const asked = (cookie: string) => new Request("https://house.example/", { headers: { cookie } });
const setBy = (write: (headers: Headers) => void): readonly string[] => {
  const headers = new Headers();
  write(headers);
  return headers.getSetCookie();
};

it("keeps a key out of reach of scripts, and no longer than any check", () =>
  expect(setBy((headers) => keepKey(headers, asked(""), "abc", "secret", CONFIG))).toEqual([
    "hw_abc=secret; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=15552000",
  ]));

it("gives up the oldest beyond twenty", () => {
  const held = Array.from({ length: 21 }, (_, n) => `hw_${n}=k`).join("; ");
  const [first, second, last] = setBy((headers) => keepKey(headers, asked(held), "abc", "secret", CONFIG));
  expect([first, second].map((cookie) => cookie?.split(";")[0])).toEqual(["hw_0=", "hw_1="]);
  expect(last).toContain("hw_abc=secret");
});

it("takes back every key of ours and nothing else", () => {
  const dropped = setBy((headers) => dropKeys(headers, asked("hw_a=k; theirs=1; hw_b=k"), CONFIG));
  expect(dropped.map((cookie) => cookie.split("; ").at(0))).toEqual(["hw_a=", "hw_b="]);
  for (const cookie of dropped) expect(cookie).toContain("Max-Age=0");
});

it("keeps a chosen language however many checks there are, and forgets it with them", () => {
  const held = ["hw_lang=de", "hw_texts=names.ja", ...Array.from({ length: 20 }, (_, n) => `hw_${n}=k`)].join("; ");
  const kept = setBy((headers) => keepKey(headers, asked(held), "abc", "secret", CONFIG));
  expect(kept.map((cookie) => cookie.split("=")[0])).toEqual(["hw_0", "hw_abc"]);
  const dropped = setBy((headers) => dropKeys(headers, asked("hw_lang=de; hw_a=k"), CONFIG));
  expect(dropped.map((cookie) => cookie.split("=")[0])).toEqual(["hw_lang", "hw_a"]);
});
