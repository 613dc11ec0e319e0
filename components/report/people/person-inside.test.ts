import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import english from "#i18n/en.json" with { type: "json" };
import type { ReportFollower } from "#lib/contract/report.ts";
import { follower, report, server, state } from "#testing/components/report.ts";
import { PersonInside } from "./person-inside.tsx";

const inside = (more: Partial<ReportFollower>): string => {
  const person = follower("di@far.example", more);
  const about = { checkPath: "/check/abc", now: 0, onePerson: false, proof: state().proof };
  const contact = { publicPost: true };
  const one = report({ servers: [server("far.example")] });
  const children = createElement(PersonInside, { ...about, person, contact, report: one });
  return renderToStaticMarkup(
    createElement(NextIntlClientProvider, { locale: "en", messages: english, timeZone: "UTC", children }),
  );
};

const { halfFollowed, followsNeither } = english.followers;

describe("what a person’s own server lists", () => {
  it("is a follow it does not show, where the new list has them", () => {
    expect(inside({ note: "half-followed" })).toContain(halfFollowed);
    expect(inside({ note: "half-followed" })).not.toContain(followsNeither);
  });

  it("is neither account, and that is never called a follow", () => {
    expect(inside({ note: "follows-neither" })).toContain(followsNeither);
    expect(inside({ note: "follows-neither" })).not.toContain(halfFollowed);
  });

  it("is not spoken of where nothing is noted", () => {
    for (const words of [halfFollowed, followsNeither]) expect(inside({})).not.toContain(words);
  });
});
