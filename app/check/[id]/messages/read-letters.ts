import type { MessagesViewProps } from "#components/messages/messages-view.tsx";
import type { Writer } from "#i18n/say.ts";
import type { Report } from "#lib/contract/report.ts";
import { serverOf } from "#lib/domain/names/acct.ts";
import { app } from "#lib/wire.ts";

/** What is remembered of letters about the servers of a report. */
export async function readLetters(
  { old, new: fresh, servers }: Report,
  now: string,
  writer: Writer,
): Promise<MessagesViewProps["letters"]> {
  const { letters, config } = await app();
  const page = { howUrl: `${config.publicUrl}/how/blocks`, now, writer };
  if (!fresh) return { ...page, memory: {}, wroteOldAdmin: false };
  const by = fresh.acct;
  const oldHost = serverOf(old.acct);
  const stopped = servers.filter(({ missing }) => missing > 0).map(({ host }) => host);
  const [memory, ofOld] = await Promise.all([
    letters.memory({ by, to: serverOf(by) }, stopped),
    letters.memory({ by, to: oldHost }, [oldHost]),
  ]);
  return { ...page, memory, wroteOldAdmin: ofOld[oldHost]?.written ?? false };
}
