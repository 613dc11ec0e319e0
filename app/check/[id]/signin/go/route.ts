import { getTranslations } from "next-intl/server";
import { SIGN_IN_SIDES } from "#lib/contract/sign-in.ts";
import { readForm } from "../../../../api/_http/body.ts";
import { ownerWrites } from "../../../../api/_http/owner.ts";
import { keepBinder } from "../../../../api/_http/sign-in.ts";
import { seeOther } from "../../see-other.ts";
import { leavingPage } from "./leaving-page.ts";

/** The form's own way to set out. Browsers follow no redirect from a form to another server, so a page leads there. */
export const POST = ownerWrites(async ({ request, id, key, opened }) => {
  const fields = await readForm(request);
  if (!fields.ok) return fields.response;
  const path = `/check/${id}/signin`;
  const side = SIGN_IN_SIDES.find((one) => one === fields.value.account);
  const begun = side ? await opened.signIns.begin(id, key, side) : null;
  if (begun === null) return seeOther(path);
  if (begun === "off") return seeOther(`${path}?problem=off`);
  if (!begun.ok) return seeOther(`${path}?problem=${begun.why}`);
  const t = await getTranslations("signIn.leaving");
  const { hostname } = new URL(begun.url);
  const words = { title: t("title", { host: hostname }), text: t("text"), link: t("link", { host: hostname }) };
  const headers = new Headers({ "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
  keepBinder(headers, begun.cookie, opened.config);
  return new Response(leavingPage(begun.url, words), { headers });
});
