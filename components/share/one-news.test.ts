import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FOLLOWER_LOCALES } from "#i18n/locales.ts";
import type { PublicShare } from "#lib/contract/share.ts";
import { write } from "#lib/messages/template.ts";
import { publicPost } from "#lib/messages/templates/public-post.ts";
import { wordsOf, writerOf } from "#testing/writers.ts";
import { SharePage } from "./share-page.tsx";
import { pageWords } from "./words.ts";

const [OLD, NEW] = ["maria@oldtown.example", "maria@newharbour.example"];
const view: PublicShare = {
  old: { acct: OLD },
  new: { acct: NEW, display: "Maria", url: "https://newharbour.example/@maria" },
  proof: { oldPointsToNew: "yes", newNamesOld: "yes", sources: [], at: "2026-11-20T12:00:00.000Z" },
  numbersUntil: "2026-12-20T12:00:00.000Z",
};

const textOf = (html: string): string => html.replace(/<wbr\/?>/g, "").replace(/<[^>]+>/g, "");

test.each(FOLLOWER_LOCALES)("post, page and what a link shows of it say the same new address first (%s)", (locale) => {
  const words = pageWords(locale, wordsOf(locale), { path: "/r/x", asked: false });
  const html = renderToStaticMarkup(
    createElement(SharePage, { words, view, token: "x", publicUrl: "https://h.example" }),
  );
  const [, heading = ""] = /<h1>(.*?)<\/h1>/s.exec(html) ?? [];
  const [, description = ""] =
    /property="og:description" content="([^"]+)"|content="([^"]+)" property="og:description"/
      .exec(html)
      ?.filter(Boolean) ?? [];
  const post = write(
    publicPost,
    { old: OLD, new: NEW, newUrl: "https://newharbour.example/@maria" },
    { writer: writerOf(locale) },
  );
  const firsts = {
    page: textOf(heading),
    post: post.text.split("\n")[0] ?? "",
    link: description,
  };
  for (const [where, first] of Object.entries(firsts)) expect(first, where).toContain(`@${NEW}`);
  expect(firsts.page).toContain("Maria");
  expect(firsts.post).toContain(OLD);
});
