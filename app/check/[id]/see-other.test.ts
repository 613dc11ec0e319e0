import { expect, it } from "vitest";
import { seeOther } from "./see-other.ts";

it.each([
  ["/check/abc/messages#names", "/check/abc/messages#names"],
  ["/check/\u{528c4}/messages#names", "/check/%F1%92%A3%84/messages#names"],
  ["/check/abc?of=a%26b&of=ü#list", "/check/abc?of=a%26b&of=%C3%BC#list"],
])("leads from a form to %s", (path, location) => {
  const answer = seeOther(path);
  expect([answer.status, answer.headers.get("location")]).toEqual([303, location]);
});
