import { TAGS } from "./names.tsx";
import type { ShareWords } from "./words.ts";

/** The way that needs no sign-in: most readers of a post hold the app that showed it in their hands. */
export function InApp({ acct, t }: { acct: string; t: ShareWords }) {
  return (
    <section aria-labelledby="app" className="way in-app">
      <h2 id="app">{t("app.title")}</h2>
      <p>{t.rich("app.post", TAGS)}</p>
      <p>{t.rich("app.search", TAGS)}</p>
      <p className="copy">
        <label className="hidden" htmlFor="address-to-copy">
          {t("app.address")}
        </label>
        <input dir="ltr" id="address-to-copy" readOnly value={`@${acct}`} />
        <button data-copied={t("app.copied")} data-copy="address-to-copy" hidden type="button">
          {t("app.copy")}
        </button>
      </p>
    </section>
  );
}
