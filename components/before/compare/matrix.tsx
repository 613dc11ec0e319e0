import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { HostName } from "#components/ui/address.tsx";
import { displayHost } from "#lib/domain/names/host.ts";
import type { PlanRow } from "#lib/plan/servers.ts";
import type { BeforeScene } from "../scene.ts";
import { Cell } from "./cell.tsx";

type MatrixProps = { rows: readonly PlanRow[]; scene: BeforeScene; label: string };

/** Followers' servers against candidates. It scrolls in itself where it is wider than the page. */
export function Matrix({ rows, scene, label }: MatrixProps) {
  const t = useTranslations("before.matrix");
  const format = useFormatter();
  const candidates = scene.comparison.candidates.map(({ candidate }) => candidate.server);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard
    <section aria-label={label} className="table-card" tabIndex={0}>
      <table className="table table--matrix">
        <caption className="sr">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("server")}</th>
            <th className="num" scope="col">
              {t("followers")}
            </th>
            {candidates.map((server) => (
              <th key={server} scope="col">
                <HostName {...displayHost(server)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ server, followers, at }) => (
            <tr data-server={server.host} key={server.host}>
              <th scope="row">
                <Link href={`${scene.checkPath}/servers/${server.host}`} prefetch={false}>
                  <HostName {...displayHost(server.host)} />
                </Link>
              </th>
              <td className="num">{format.number(followers)}</td>
              {candidates.map((candidate) => (
                <td key={candidate}>{at[candidate] ? <Cell kinds={at[candidate]} /> : null}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
