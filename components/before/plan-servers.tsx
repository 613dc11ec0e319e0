import Link from "next/link";
import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon.tsx";
import { KINDS, type Kind } from "#lib/plan/kinds.ts";
import { planRows, rowsWith } from "#lib/plan/servers.ts";
import { Matrix } from "./compare/matrix.tsx";
import { type BeforeScene, serversPath } from "./scene.ts";

/** The servers behind one number, or all of them. */
export type ServersAsked = { readonly to: string | undefined; readonly is: Kind | undefined };

export function readServersAsked(query: Readonly<Record<string, string | string[] | undefined>>): ServersAsked {
  const one = (name: string) => [query[name]].flat()[0];
  return { to: one("to"), is: KINDS.find((kind) => kind === one("is")) };
}

type PlanServersProps = {
  scene: BeforeScene;
  asked: ServersAsked;
  /** Those that gave no answer, where they alone are asked for. */
  silent?: ReadonlySet<string> | undefined;
};

export function PlanServers({ scene, asked: { to, is }, silent }: PlanServersProps) {
  const t = useTranslations("before.servers");
  const head = useTranslations("before.head");
  const { rows, onePerson } = planRows(scene.report);
  const candidates = scene.comparison.candidates.map(({ candidate }) => candidate.server);
  const chosen = candidates.find((server) => server === to);
  const narrowed = chosen !== undefined && is !== undefined;
  const all = silent ? rows.filter(({ server }) => silent.has(server.host)) : rows;
  const shown = narrowed ? rowsWith(all, chosen, is) : all;
  return (
    <>
      <Link className="crumb print:hidden" href={scene.checkPath} prefetch={false}>
        <Icon name="back" />
        {t("back")}
      </Link>
      <h1>{narrowed ? t(`title.${is}`, { server: chosen }) : t(silent ? "silent" : "all")}</h1>
      <nav aria-label={t("filters")} className="chips chips--alone print:hidden">
        <Link
          aria-current={narrowed || silent ? undefined : "true"}
          className="chip"
          href={`${scene.checkPath}/servers`}
          prefetch={false}
        >
          {t("everything")}
        </Link>
        {candidates.flatMap((server) =>
          (["cannot", "unknown"] as const).map((kind) => (
            <Link
              aria-current={server === chosen && kind === is ? "true" : undefined}
              className="chip"
              href={serversPath(scene, server, kind)}
              key={`${server} ${kind}`}
              prefetch={false}
            >
              {t("chip", { server, kind: head(kind) })}
            </Link>
          )),
        )}
      </nav>
      {scene.named ? null : <p className="lead section">{t("unnamed")}</p>}
      {shown.length > 0 ? (
        <Matrix label={t("all")} rows={shown} scene={scene} />
      ) : scene.named ? (
        <p>{t("none")}</p>
      ) : null}
      {onePerson > 0 ? <p className="hint">{t("onePerson", { count: onePerson })}</p> : null}
    </>
  );
}
