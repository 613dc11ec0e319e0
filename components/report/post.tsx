import { useTranslations } from "next-intl";
import { buttonLook } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import type { Report } from "#lib/contract/report.ts";
import { composeLink } from "#lib/messages/compose.ts";
import { write } from "#lib/messages/template.ts";
import { publicPost } from "#lib/messages/templates/public-post.ts";

/** The post in its final words. Nothing is sent: it is copied, or opened in the composer of the mover's own server. */
export function Post({ report, link }: { report: Report; link: string | undefined }) {
  const t = useTranslations("post");
  const { old, new: fresh } = report;
  if (!fresh) return null;
  const [user = ""] = fresh.acct.split("@");
  const newUrl = fresh.url ?? `https://${fresh.host}/@${user}`;
  const draft = write(publicPost, { old: old.acct, new: fresh.acct, newUrl, ...(link ? { link } : {}) });
  const software = fresh.software?.name;
  const compose = composeLink({ host: fresh.host, ...(software ? { software } : {}) }, draft.text);
  return (
    <section aria-labelledby="post-title" className="rounded-2xl border border-line bg-card p-5 sm:p-6" id="post">
      <h2 className="font-display text-2xl" id="post-title">
        {t("title")}
      </h2>
      <p className="mt-1 max-w-prose">{t("text")}</p>
      <label className="sr-only" htmlFor="post-text">
        {t("label")}
      </label>
      <textarea
        className="mt-4 block w-full max-w-prose rounded-lg border border-edge bg-sunk p-4"
        defaultValue={draft.text}
        dir="auto"
        id="post-text"
        lang={draft.language}
        rows={9}
      />
      <p className="mt-1 text-quiet text-sm">{t("counted", { count: draft.counted, limit: draft.limit })}</p>
      <div className="mt-4 flex flex-wrap gap-3">
        {compose ? (
          <a className={buttonLook()} href={compose.url} rel="noreferrer">
            {t("open", { host: compose.host })}
          </a>
        ) : null}
        <CopyButton done={t("copied")} from="post-text" label={t("copy")} text={draft.text} />
      </div>
    </section>
  );
}
