import { type ShareWords, SITE_NAME } from "./words.ts";

export function ShareFoot({ t }: { readonly t: ShareWords }) {
  return (
    <footer className="foot">
      <div className="foot__in">
        <p>{t.rich("foot.made", { site: () => <a href="/">{SITE_NAME}</a> })}</p>
        <nav aria-label={t("foot.label")} className="foot__links">
          <a href="/remove">{t("foot.report")}</a>
        </nav>
      </div>
    </footer>
  );
}
