import { describe, expect, it } from "vitest";
import { htmlToText } from "./html-text.ts";

describe("htmlToText", () => {
  it.each([
    ["<p>one<br>two</p><p>three</p>", "one\ntwo\nthree"],
    ["a &amp; b &lt;c&gt; &quot;d&quot; &#39;e&#39; &#x66; &nbsp;g", "a & b <c> \"d\" 'e' f g"],
    ["&unknown; &#0; &#99999999;", "&unknown; &#99999999;"],
    ["&#1114112;x", "x"],
    [
      '<a href="https://check.example/check/1" rel="me"><span class="invisible">https://</span><span class="ellipsis">check.exam</span></a>',
      "https://check.example/check/1 https://check.exam",
    ],
    ["<p>#<span>nobot</span></p>", "#nobot"],
    ["plain, 1 < 2", "plain, 1 < 2"],
    ["", ""],
  ])("%s", (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it("takes no time over markup made to cost some", () => {
    const started = performance.now();
    htmlToText("<a href=".repeat(50_000));
    htmlToText("<".repeat(200_000));
    htmlToText(`<a ${'x="'.repeat(50_000)}`);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
