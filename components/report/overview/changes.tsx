import { useTranslations } from "next-intl";
import { Address, HostName } from "#components/ui/address.tsx";
import { Icon } from "#components/ui/icon.tsx";
import type { CheckState } from "#lib/contract/check-state.ts";
import { serverOf } from "#lib/domain/names/acct.ts";
import { displayHost } from "#lib/domain/names/host.ts";

const NAMED = 5;

type ChangesProps = { changes: NonNullable<CheckState["changes"]>; history: CheckState["history"] };

/** Who arrived and what changed since the last check. Who left is never named: a net number is all. */
export function Changes({ changes, history }: ChangesProps) {
  const t = useTranslations("report.changes");
  const { arrived, servers, net } = changes;
  const [before, now] = history.slice(-2);
  const missing = before && now && before.missing !== now.missing ? { now: now.missing, before: before.missing } : null;
  const nothing = arrived.length === 0 && servers.length === 0 && net === 0 && !missing;
  return (
    <section aria-labelledby="changes" className="section">
      <h2 id="changes">{t("title")}</h2>
      <ul className="news">
        {nothing ? (
          <li>
            <Icon name="minus" />
            <span>{t("nothing")}</span>
          </li>
        ) : (
          <li>
            <Icon className="ok" name="good" />
            <span>{t(net < 0 ? "fewer" : "net", { net: Math.abs(net) })}</span>
          </li>
        )}
        {missing ? (
          <li>
            <Icon name="people" />
            <span>{t("missing", missing)}</span>
          </li>
        ) : null}
        <Named names={arrived} of="arrived" />
        <Named names={servers} of="servers" />
      </ul>
    </section>
  );
}

function Named({ names, of }: { names: readonly string[]; of: "arrived" | "servers" }) {
  const t = useTranslations("report.changes");
  const rest = names.length - NAMED;
  if (names.length === 0) return null;
  return (
    <li>
      <Icon className={of === "arrived" ? "ok" : undefined} name={of === "arrived" ? "good" : "server"} />
      <span>
        <b>{t(of, { count: names.length })}</b>{" "}
        <span className="names">
          {names.slice(0, NAMED).map((name) => (
            <span key={name}>
              {of === "arrived" ? (
                <Address acct={name} host={displayHost(serverOf(name))} />
              ) : (
                <HostName {...displayHost(name)} />
              )}
            </span>
          ))}
          {rest > 0 ? <span className="quiet">{t("more", { count: rest })}</span> : null}
        </span>
      </span>
    </li>
  );
}
