import { readFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { expect, it } from "vitest";
import { serverWords } from "./page-words.ts";
import { plainPage } from "./plain-page.ts";
import { isLookedAt } from "./plain-words.ts";

const words = (status: number, more = {}) =>
  plainPage({ status, sent: false, retryAfter: 0, reference: "0badcafe", words: serverWords("en"), ...more });

it.each([
  [500, "Something broke on our side"],
  [503, "Not available right now"],
  [429, "That was a lot at once"],
  [413, "That’s too large"],
  [403, "That didn’t work from here"],
  [400, "That didn’t work from here"],
  [404, "Page not found"],
])("%s is said in words", (status, title) => {
  expect(words(status)).toContain(`<h1>${title}</h1>`);
  expect(words(status)).toContain(`<title>${title} · Housewarming</title>`);
});

it("names the line in the log for what broke, and for nothing else", () => {
  expect(words(500)).toContain("0badcafe");
  expect(words(429)).not.toContain("0badcafe");
});

it.each([
  [0, "in a minute."],
  [30, "in a minute."],
  [61, "in 2 minutes."],
  [3_600, "in 60 minutes."],
])("%s seconds are %s", (retryAfter, text) => expect(words(429, { retryAfter })).toContain(text));

it("offers to load a page again, and not what was sent", () => {
  expect(words(500)).toContain('<a class="btn btn--main" href="">Try again</a>');
  expect(words(500, { sent: true })).not.toContain('href=""');
  expect(words(500, { sent: true })).toContain("Go back one page and try again.");
});

it("carries the operator's line as the other pages do, and only as text", () => {
  expect(words(404, { notice: "Only a <rehearsal>." })).toContain(
    '<p class="operator" role="note">Only a &lt;rehearsal&gt;.</p>',
  );
  expect(words(404)).not.toContain("operator");
});

it.each([
  [{ "sec-fetch-dest": "document", accept: "text/html" }, true],
  [{ "sec-fetch-dest": "empty", accept: "text/html" }, false],
  [{ "sec-fetch-dest": "image", accept: "image/*" }, false],
  [{ accept: "text/html,application/xhtml+xml,*/*;q=0.8" }, true],
  [{ accept: "*/*" }, false],
  [{ accept: "application/json" }, false],
  [{ rsc: "1", accept: "text/html" }, false],
  [{}, false],
])("%j is looked at: %s", (headers, looked) =>
  expect(isLookedAt({ headers: headers as IncomingMessage["headers"] })).toBe(looked),
);

it("has a rule for each of its classes in the one sheet that it loads", () => {
  const css = readFileSync("public/share.css", "utf8");
  const classes = [...words(500, { notice: "x" }).matchAll(/class="([^"]+)"/g)].flatMap(([, all = ""]) =>
    all.split(" "),
  );
  expect(classes.length).toBeGreaterThan(1);
  expect(classes.filter((name) => !css.includes(`.${name}`))).toEqual([]);
});
