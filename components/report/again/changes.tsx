import { useTranslations } from "next-intl";
import { Address, HostName } from "#components/ui/address.tsx";
import { Icon } from "#components/ui/icon.tsx";
import type { CheckState } from "#lib/contract/check-state.ts";
import { displayAcct } from "#lib/domain/names/display-acct.ts";
import { displayHost } from "#lib/domain/names/host.ts";

const NAMED = 5;

type Changed = NonNullable<CheckState["changes"]>;
type ChangesProps = { changes: Changed; history: CheckState["history"] };

/** Who arrived and what changed since the last check. Who left is never named: a net number is all. */
export function Changes({ changes, history }: ChangesProps) {
  const t = useTranslations("report.changes");
  const { arrived, servers, answered, net, verdicts } = changes;
  const missing = missingThenAndNow(history);
  const nothing = isNothing(changes) && !missing;
  return (
    <section aria-labelledby="changes" className="section">
      <h2 id="changes">{t("title")}</h2>
      <ul className="news">
        {nothing ? (
          <Line icon="minus">{t("nothing")}</Line>
        ) : (
          <Line good icon="good">
            {t(net < 0 ? "fewer" : "net", { net: Math.abs(net) })}
          </Line>
        )}
        {missing ? <Line icon="people">{t("missing", missing)}</Line> : null}
        <Named names={arrived} of="arrived" />
        <Named names={servers} of="servers" />
        <Named names={answered} of="answered" />
        {VERDICTS.map((what) =>
          verdicts[what] > 0 ? (
            <Line icon="search" key={what}>
              {t(what, { count: verdicts[what] })}
            </Line>
          ) : null,
        )}
      </ul>
    </section>
  );
}

const VERDICTS = ["explained", "surer", "otherwise", "open"] as const;

const isNothing = ({ arrived, servers, answered, net, verdicts }: Changed): boolean =>
  [arrived, servers, answered].every(({ length }) => length === 0) &&
  net === 0 &&
  VERDICTS.every((what) => verdicts[what] === 0);

function missingThenAndNow(history: CheckState["history"]): { now: number; before: number } | null {
  const [before, now] = history.slice(-2);
  return before && now && before.missing !== now.missing ? { now: now.missing, before: before.missing } : null;
}

type LineProps = { icon: Parameters<typeof Icon>[0]["name"]; good?: boolean; children: React.ReactNode };

function Line({ icon, good = false, children }: LineProps) {
  return (
    <li>
      <Icon className={good ? "ok" : undefined} name={icon} />
      <span>{children}</span>
    </li>
  );
}

function Named({ names, of }: { names: readonly string[]; of: "arrived" | "servers" | "answered" }) {
  const t = useTranslations("report.changes");
  const rest = names.length - NAMED;
  if (names.length === 0) return null;
  return (
    <Line good={of === "arrived"} icon={of === "arrived" ? "good" : "server"}>
      <b>{t(of, { count: names.length })}</b>{" "}
      <span className="names">
        {names.slice(0, NAMED).map((name) => (
          <span key={name}>
            {of === "arrived" ? <Address {...displayAcct(name)} /> : <HostName {...displayHost(name)} />}
          </span>
        ))}
        {rest > 0 ? <span className="quiet">{t("more", { count: rest })}</span> : null}
      </span>
    </Line>
  );
}
