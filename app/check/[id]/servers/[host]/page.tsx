import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { PlanServer } from "#components/before/plan-server.tsx";
import { BlockListForm, listSentIn } from "#components/block-list/block-list-form.tsx";
import { ServerLetter } from "#components/messages/letters/server-letter.tsx";
import { Told } from "#components/report/owner/told.tsx";
import { hasEnded } from "#components/report/phase.ts";
import { isOwnersAffair } from "#components/report/servers/server-rows.ts";
import { ServerView } from "#components/report/servers/server-view.tsx";
import { Evidence } from "#components/report/words/evidence.tsx";
import type { CheckState } from "#lib/contract/check-state.ts";
import type { Report, ReportServer } from "#lib/contract/report.ts";
import { isOwnDecision } from "#lib/plan/servers.ts";
import { Frame } from "../../frame.tsx";
import { readLetters } from "../../messages/read-letters.ts";
import { readWriters } from "../../messages/writers.ts";
import { NoKey } from "../../no-key.tsx";
import { notFoundUnless, type OpenCheck, openCheck, readReport, readState } from "../../open-check.ts";
import { sceneOf } from "../../planned.tsx";
import { hostIn } from "./host-in.ts";

type Props = {
  params: Promise<{ id: string; host: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

/** How sure each reason is shows among so many. */
const ENOUGH = 100;

export const generateMetadata = async ({ params }: Pick<Props, "params">): Promise<Metadata> => ({
  title: hostIn((await params).host),
  robots: { index: false },
});

export default async function Server({ params, searchParams }: Props) {
  const { id, host } = await params;
  const open = await openCheck(id);
  if (!open) return <NoKey id={id} />;
  const [state, report, server, query] = await Promise.all([
    readState(open),
    readReport(open),
    open.checks.server(id, open.key, hostIn(host)),
    searchParams,
  ]);
  if (!server) notFound();
  const sent = listSentIn(query);
  const list = <BlockListForm checkPath={open.path} host={server.host} sent={sent} />;
  const scene = { open, state, report };
  return (
    <Frame current="servers" path={open.path} report={report} state={state}>
      {report.mode === "planned" ? (
        <BeforeMove list={hasEnded(state) || sent ? list : null} scene={scene} server={server} />
      ) : (
        <AfterMove list={list} scene={scene} server={server} />
      )}
    </Frame>
  );
}

type View = {
  scene: { open: OpenCheck; state: CheckState; report: Report };
  server: ReportServer;
  /** The form for a block list of this server. */
  list: ReactNode;
};

function BeforeMove({ scene, server, list }: View) {
  const evidence = isOwnDecision(server) ? null : (
    <Evidence facts={server.facts} scene={{ host: server.host, old: scene.report.old.host, fresh: "" }} />
  );
  return <PlanServer evidence={evidence} list={list} scene={sceneOf(scene)} server={server} />;
}

async function AfterMove({ scene: { open, state, report }, server, list }: View) {
  const [{ items }, letters, { server: words, writing, messages }] = await Promise.all([
    open.checks
      .followers(open.id, open.key, { server: server.host, sort: "you-follow", limit: ENOUGH })
      .then(notFoundUnless),
    readWriters().then(({ admins }) => readLetters({ ...report, servers: [server] }, new Date().toISOString(), admins)),
    getMessages(),
  ]);
  const asks = server.missing > 0 && server.reach !== "gone" && !isOwnersAffair(server);
  const told = (
    <>
      <NextIntlClientProvider messages={{ server: words }}>
        <Told fresh={report.new?.host ?? ""} host={server.host} id={open.id} old={report.old.host} />
      </NextIntlClientProvider>
      {list}
    </>
  );
  return (
    <ServerView
      checkPath={open.path}
      letter={
        <NextIntlClientProvider messages={{ writing, messages }}>
          <ServerLetter checkPath={open.path} letters={letters} report={report} server={server} state={state} />
        </NextIntlClientProvider>
      }
      people={items}
      proof={state.proof}
      report={report}
      server={server}
      told={asks ? told : null}
    />
  );
}
