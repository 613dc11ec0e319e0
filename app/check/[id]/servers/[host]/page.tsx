import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import { PlanServer } from "#components/before/plan-server.tsx";
import { BlockListForm, listSentIn } from "#components/block-list/block-list-form.tsx";
import { ServerLetter } from "#components/messages/letters/server-letter.tsx";
import { Told } from "#components/report/owner/told.tsx";
import { hasEnded } from "#components/report/phase.ts";
import { isOwnersAffair } from "#components/report/servers/server-rows.ts";
import { ServerView } from "#components/report/servers/server-view.tsx";
import { Evidence } from "#components/report/words/evidence.tsx";
import { isOwnDecision } from "#lib/plan/servers.ts";
import { Frame } from "../../frame.tsx";
import { readLetters } from "../../messages/read-letters.ts";
import { readWriters } from "../../messages/writers.ts";
import { NoKey } from "../../no-key.tsx";
import { notFoundUnless, openCheck, readReport, readState } from "../../open-check.ts";
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
  const name = hostIn(host);
  const [state, report, { server: words, writing, messages }, server] = await Promise.all([
    readState(open),
    readReport(open),
    getMessages(),
    open.checks.server(id, open.key, name),
  ]);
  if (!server) notFound();
  const sent = listSentIn(await searchParams);
  const list = <BlockListForm checkPath={open.path} host={server.host} sent={sent} />;
  if (report.mode === "planned") {
    const own = isOwnDecision(server);
    return (
      <Frame current="servers" path={open.path} report={report} state={state}>
        <PlanServer
          evidence={
            own ? null : (
              <Evidence facts={server.facts} scene={{ host: server.host, old: report.old.host, fresh: "" }} />
            )
          }
          list={hasEnded(state) || sent ? list : null}
          scene={sceneOf({ open, state, report })}
          server={server}
        />
      </Frame>
    );
  }
  const [{ items }, letters] = await Promise.all([
    open.checks.followers(id, open.key, { server: name, sort: "you-follow", limit: ENOUGH }).then(notFoundUnless),
    readWriters().then(({ admins }) => readLetters({ ...report, servers: [server] }, new Date().toISOString(), admins)),
  ]);
  const asks = server.missing > 0 && server.reach !== "gone" && !isOwnersAffair(server);
  return (
    <Frame current="servers" path={open.path} report={report} state={state}>
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
        told={
          asks ? (
            <>
              <NextIntlClientProvider messages={{ server: words }}>
                <Told fresh={report.new?.host ?? ""} host={server.host} id={id} old={report.old.host} />
              </NextIntlClientProvider>
              {list}
            </>
          ) : null
        }
      />
    </Frame>
  );
}
