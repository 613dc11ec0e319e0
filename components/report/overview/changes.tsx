import { useTranslations } from "next-intl";
import { Address, HostName } from "#components/ui/address.tsx";
import type { CheckState } from "#lib/contract/check-state.ts";
import { serverOf } from "#lib/domain/names/acct.ts";
import { displayHost } from "#lib/domain/names/host.ts";

const NAMED = 20;

type Seen = NonNullable<CheckState["changes"]>;

/** Who arrived and what changed since the last check. Who left is never named: a net number is all. */
export function Changes({ changes }: { changes: Seen }) {
  const t = useTranslations("report.changes");
  const { arrived, servers, net } = changes;
  const nothing = arrived.length === 0 && servers.length === 0 && net === 0;
  return (
    <section aria-labelledby="changes" className="rounded-2xl border-2 border-good bg-good-soft p-5 sm:p-6">
      <h2 className="font-display text-2xl" id="changes">
        {t("title")}
      </h2>
      {nothing ? <p className="mt-1">{t("nothing")}</p> : <Net net={net} />}
      <Named names={arrived} of="arrived" />
      <Named names={servers} of="servers" />
    </section>
  );
}

function Net({ net }: { net: number }) {
  const t = useTranslations("report.changes");
  return <p className="mt-1 text-lg">{t(net < 0 ? "fewer" : "net", { net: Math.abs(net) })}</p>;
}

function Named({ names, of }: { names: readonly string[]; of: "arrived" | "servers" }) {
  const t = useTranslations("report.changes");
  const rest = names.length - NAMED;
  if (names.length === 0) return null;
  return (
    <div className="mt-3">
      <p className="font-semibold">{t(of, { count: names.length })}</p>
      <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
        {names.slice(0, NAMED).map((name) => (
          <li key={name}>
            {of === "arrived" ? (
              <Address acct={name} host={displayHost(serverOf(name))} />
            ) : (
              <HostName {...displayHost(name)} />
            )}
          </li>
        ))}
        {rest > 0 ? <li className="text-quiet">{t("more", { count: rest })}</li> : null}
      </ul>
    </div>
  );
}
