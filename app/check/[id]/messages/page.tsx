import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { MessagesView } from "#components/messages/messages-view.tsx";
import { Frame } from "../frame.tsx";
import { NoKey } from "../no-key.tsx";
import { openCheck, readReport, readState } from "../open-check.ts";
import { gatherNames } from "./gather.ts";
import { readLetters } from "./read-letters.ts";
import { readWriters } from "./writers.ts";

type Props = { params: Promise<{ id: string }> };

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("writing"))("title"),
  robots: { index: false },
});

export default async function Messages({ params }: Props) {
  const { id } = await params;
  const open = await openCheck(id);
  if (!open) return <NoKey id={id} />;
  const [state, report, { writing, messages }, writers] = await Promise.all([
    readState(open),
    readReport(open),
    getMessages(),
    readWriters(),
  ]);
  const now = new Date().toISOString();
  const [names, letters] = await Promise.all([
    gatherNames(open, { state, report, now }),
    readLetters(report, now, writers.admins),
  ]);
  return (
    <Frame current="messages" path={open.path} report={report} state={state}>
      <NextIntlClientProvider messages={{ writing, messages }}>
        <MessagesView
          checkPath={open.path}
          letters={letters}
          link={state.share?.url}
          names={names}
          report={report}
          state={state}
          writers={writers}
        />
      </NextIntlClientProvider>
    </Frame>
  );
}
