import { languageQuery } from "#components/share/words.ts";
import type { LookupAnswer } from "#lib/contract/share.ts";
import { app, isPassing, type NotBegun } from "#lib/wire.ts";
import { readForm } from "../../api/_http/body.ts";
import { refuseForeign } from "../../api/_http/key.ts";
import { dropLook, keepBinder, lookIn } from "../../api/_http/sign-in.ts";
import { leavingPage } from "../../check/[id]/leaving-page.ts";
import { seeOther } from "../../check/[id]/see-other.ts";
import { gonePage, sharePage } from "./page-response.tsx";
import { wordsFor } from "./words.ts";

/** A follower wants his own server asked. Browsers follow no redirect from a form to another server, so a page leads there. */
export async function setOutToLook(request: Request, token: string): Promise<Response> {
  const { looks, config } = await app();
  const foreign = refuseForeign(request, config.publicUrl);
  if (foreign) return foreign;
  const read = await readForm(request);
  if (!read.ok) return read.response;
  const address = (read.value.server ?? "").slice(0, 500);
  const words = await wordsFor(request, token);
  const page = { token, ...(words.asked ? { language: words.language } : {}) };
  const begun = await looks.begin(page, address);
  if (!begun?.ok) return stayHere(request, token, address, begun?.why);
  const { t } = words;
  const { hostname: host } = new URL(begun.url);
  const said = { title: t("look.leaving", { host }), text: t("look.back"), link: t("look.button", { host }) };
  const headers = new Headers({ "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
  keepBinder(headers, begun.cookie, config);
  return new Response(leavingPage(begun.url, { ...said, language: words.language }), { headers });
}

/** The answer again, with a word that nobody can be sent there: for now, or at all. */
async function stayHere(request: Request, token: string, address: string, why?: NotBegun): Promise<Response> {
  const { shares, config } = await app();
  const [view, found, words] = await Promise.all([
    shares.publicView(token),
    shares.lookup(token, address),
    wordsFor(request, token),
  ]);
  if (!view || !found) return gonePage(request, token);
  const asked = found.ok
    ? { address, answer: found.answer, look: { end: "not-begun" as const, passing: passes(why, found.answer) } }
    : { address, error: found.code };
  return sharePage({ words, view, token, publicUrl: config.publicUrl, asked });
}

/** Where there is nobody to be sent to, it comes from what the server runs, unless that could not be read. */
const passes = (why: NotBegun | undefined, { gap }: LookupAnswer): boolean =>
  why === undefined ? gap === "unreachable" : isPassing(why);

/** What the own server told, once: after that the page is as for everybody. */
export async function showLook(request: Request, token: string): Promise<Response> {
  const { looks, shares, config } = await app();
  const words = await wordsFor(request, token);
  const sealed = lookIn(request);
  const [view, result] = await Promise.all([shares.publicView(token), sealed ? looks.open(token, sealed) : undefined]);
  if (!view) return gonePage(request, token);
  if (!result) return seeOther(`/r/${token}${languageQuery(words)}`);
  const asked = { address: result.server, answer: result.answer, look: result.look };
  const shown = await sharePage({ words, view, token, publicUrl: config.publicUrl, asked });
  dropLook(shown.headers, token, config);
  return shown;
}
