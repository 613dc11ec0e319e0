import { getLocale, getTranslations } from "next-intl/server";
import { languageTag } from "#i18n/locales.ts";
import type { App } from "#lib/wire.ts";
import { keepBinder } from "../../api/_http/sign-in.ts";
import { leavingPage } from "./leaving-page.ts";
import { seeOther } from "./see-other.ts";

type Begun = Awaited<ReturnType<App["signIns"]["beginLetIn"]>>;

/** Sets out from a form, or goes back to its page with the reason why not. Browsers follow no redirect from a form to another server, so a page leads there. */
export async function leaveFor(begun: Begun, path: string, config: App["config"]): Promise<Response> {
  if (begun === null) return seeOther(path);
  if (begun === "off" || begun === "nobody") return seeOther(`${path}?problem=${begun}`);
  if (!begun.ok) return seeOther(`${path}?problem=${begun.why}`);
  const [locale, t] = await Promise.all([getLocale(), getTranslations("signIn.leaving")]);
  const { hostname } = new URL(begun.url);
  const words = {
    language: languageTag(locale),
    ...{ title: t("title", { host: hostname }), text: t("text"), link: t("link", { host: hostname }) },
  };
  const headers = new Headers({ "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
  keepBinder(headers, begun.cookie, config);
  return new Response(leavingPage(begun.url, words), { headers });
}
