import { expect, it } from "vitest";
import { leavingPage } from "./leaving-page.ts";

it("holds nothing of an address but the address", () => {
  const page = leavingPage(`https://new.example/a?b="><script>alert(1)</script>&c='`, {
    language: "ar",
    title: "<b>",
    text: "&",
    link: '"',
  });
  expect(page).not.toContain("<script");
  expect(page).not.toContain("<b>");
  expect(page.match(/b=&quot;&gt;&lt;script&gt;/g)).toHaveLength(2);
});

it("says which language its words are in, and which way they go", () => {
  const words = { language: "ar", title: "t", text: "t", link: "t" };
  expect(leavingPage("https://new.example/", words)).toContain('<html lang="ar" dir="rtl">');
});
