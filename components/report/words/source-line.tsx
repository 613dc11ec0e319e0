import { useTranslations } from "next-intl";
import { Moment } from "#components/ui/time/moment.tsx";

type SourceShape = {
  kind: "network" | "signed-in" | "member" | "file" | "told";
  at: string;
  url?: string | undefined;
  status?: number | undefined;
};

const SEEN = { network: "seen", "signed-in": "signedIn", member: "member" } as const;

/** Where something was read, when, and a link to see it oneself. */
export function SourceLine({ source }: { source: SourceShape }) {
  const t = useTranslations("report");
  const url = webAddress(source.url);
  return (
    <>
      {url ? (
        <a className="evidence__see" href={url.href} rel="noreferrer nofollow">
          {t("source")}
          <span className="sr">
            {" "}
            (<bdi dir="ltr">{url.hostname}</bdi>)
          </span>
        </a>
      ) : null}
      <small>
        {source.kind === "file" || source.kind === "told"
          ? t(source.kind)
          : t.rich(SEEN[source.kind], { time: () => <Moment at={source.at} /> })}
        {source.status ? ` · ${t("status", { status: String(source.status) })}` : null}
      </small>
    </>
  );
}

/** Addresses in evidence come from other servers; only what a browser opens as a web page becomes a link. */
function webAddress(text: string | undefined): URL | null {
  const url = text ? URL.parse(text) : null;
  return url?.protocol === "https:" ? url : null;
}
