import { useTranslations } from "next-intl";
import { Moment } from "#components/ui/moment.tsx";

type SourceShape = {
  kind: "network" | "file" | "told";
  at: string;
  url?: string | undefined;
  status?: number | undefined;
};

/** Where something was read, when, and a link to see it oneself. */
export function SourceLine({ source }: { source: SourceShape }) {
  const t = useTranslations("report");
  const url = webAddress(source.url);
  return (
    <span className="flex flex-wrap gap-x-3 text-quiet text-sm">
      <span>
        {source.kind === "network" ? t.rich("seen", { time: () => <Moment at={source.at} /> }) : t(source.kind)}
      </span>{" "}
      {source.status ? <span>{t("status", { status: String(source.status) })}</span> : null}{" "}
      {url ? (
        <a
          className="min-h-6 min-w-0 underline underline-offset-4 [overflow-wrap:anywhere] hover:text-ember-strong"
          href={url.href}
          rel="noreferrer nofollow"
        >
          {t("source")} (<bdi dir="ltr">{url.hostname}</bdi>)
        </a>
      ) : null}
    </span>
  );
}

/** Addresses in evidence come from other servers; only what a browser opens as a web page becomes a link. */
function webAddress(text: string | undefined): URL | null {
  const url = text ? URL.parse(text) : null;
  return url?.protocol === "https:" ? url : null;
}
