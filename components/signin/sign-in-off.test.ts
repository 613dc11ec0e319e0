import { NextIntlClientProvider } from "next-intl";
import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import english from "#i18n/en.json" with { type: "json" };
import type { CheckState } from "#lib/contract/check-state.ts";
import type { Hint } from "./hint.ts";
import { SignInHint } from "./sign-in-hint.tsx";
import { SignInView } from "./sign-in-view.tsx";

function draw(children: ReactElement): string {
  const messages = { letIn: english.letIn, signIn: english.signIn };
  const provided = { locale: "en", messages, timeZone: "UTC", children } as const;
  return renderToStaticMarkup(createElement(NextIntlClientProvider, provided));
}

describe("a copy on which signing in is turned off", () => {
  const hint = (one: Hint, signInPath: string | null) =>
    draw(createElement(SignInHint, { hint: one, open: { path: "/check/x", signInPath } }));

  it.each<[Hint, string]>([
    ["new", "/check/x/signin"],
    ["old", "/check/x/signin"],
    [{ waiting: 3 }, "/check/x/requests"],
  ])("hints at nothing that needs it: %o", (one, href) => {
    expect(hint(one, "/check/x/signin")).toContain(`href="${href}"`);
    expect(hint(one, null)).toBe("");
  });

  const page = (isOff: boolean) =>
    draw(
      createElement(SignInView, {
        state: { state: "done" } as unknown as CheckState,
        ...{ offers: [], checkPath: "/check/x", isOff, problem: null, end: null },
      }),
    );

  it("says so on the page for it, and promises nothing", () => {
    expect(page(true)).toContain(english.signIn.problem.off);
    expect(page(true)).not.toContain(english.signIn.lead);
    expect(page(false)).not.toContain(english.signIn.problem.off);
    expect(page(false)).toContain(english.signIn.lead);
  });
});
