import type { Writer } from "#i18n/say.ts";
import { judgedCause } from "#lib/causes/index.ts";
import type { Report, ReportServer } from "#lib/contract/report.ts";
import { serverOf } from "#lib/domain/names/acct.ts";
import type { Host } from "#lib/domain/names/spellings.ts";
import { defined } from "#lib/flow/defined.ts";
import { letterToOwnAdmin, letterToTheirAdmin } from "#lib/messages/letters/admin-letters.ts";
import type { ContactOf, LetterOffer, NoLetter } from "#lib/messages/letters/letter.ts";
import { letterToOldAdmin } from "#lib/messages/letters/old-admin-letter.ts";
import type { Mover } from "#lib/messages/mover.ts";
import { publishedLines } from "#lib/messages/published.ts";
import { contactThere } from "../reasons.ts";
import { limitsOf } from "../scene.ts";

/** What is remembered of letters about one server. */
export type LetterMemory = { readonly written: boolean; readonly askersIn30Days: number };
export type LetterInput = {
  readonly report: Report;
  readonly mover: Mover;
  readonly howUrl: string;
  readonly now: string;
  /** Of letters to the own admin, by the server they are about. */
  readonly memory: Readonly<Record<Host, LetterMemory>>;
  readonly wroteOldAdmin: boolean;
  readonly writer: Writer;
};

export type LetterRow = {
  readonly host: Host;
  readonly people: number;
  readonly offer: Exclude<LetterOffer, NoLetter>;
  /** For one's own admin to send. */
  readonly remote?: Exclude<LetterOffer, NoLetter>;
};
export type Unwritten = { readonly why: NoLetter["why"]; readonly servers: number; readonly people: number };

type Considered = { readonly host: Host; readonly people: number; readonly offer: LetterOffer; remote?: LetterOffer };

/** Letters about single servers, those first that speak for most people, and why there is none for the others. */
export function lettersAbout(input: LetterInput): {
  readonly letters: readonly LetterRow[];
  readonly none: readonly Unwritten[];
} {
  const considered = input.report.servers.map((server) => consider(server, input)).filter((one) => one !== null);
  const sorted = considered.toSorted((one, other) => other.people - one.people || (one.host < other.host ? -1 : 1));
  return { letters: sorted.flatMap(asRow), none: unwritten(sorted) };
}

/** To the old server's admin: one letter for all servers from which nobody came along. */
export function letterAboutMove({ report, mover, now, wroteOldAdmin, writer }: LetterInput): LetterOffer {
  const { old, new: fresh, servers, move } = report;
  const host = serverOf(old.acct);
  return letterToOldAdmin({
    ...{ mover, servers, now, contact: contactOf(host, old.instance), written: wroteOldAdmin },
    writing: { writer, limits: limitsOf(fresh ?? {}) },
    ...defined({ movedAt: move.at, software: old.software?.name }),
  });
}

function consider(server: ReportServer, { report, mover, howUrl, memory, writer }: LetterInput): Considered | null {
  const { host, onePerson, facts } = server;
  const lines = publishedLines(host, serverOf(mover.new), facts);
  const people = peopleStopped(server, lines.length > 0);
  if (people === 0) return null;
  const { written = false, askersIn30Days = 0 } = memory[host] ?? {};
  const fresh = report.new ?? {};
  const input = {
    ...{ mover, server: host, people, onePerson, lines, howUrl, written, askersIn30Days },
    ownContact: contactOf(serverOf(mover.new), report.new?.instance),
    // The people who run the new server know how to reach others better than we do.
    theirContact: { host },
    writing: { writer, limits: limitsOf(fresh) },
  };
  return { host, people, offer: letterToOwnAdmin(input), remote: letterToTheirAdmin(input) };
}

/** People whom a setting stops. Waiting ones count only where a published limit makes them wait. */
function peopleStopped(server: ReportServer, published: boolean): number {
  return Object.entries(server.causes).reduce((sum, [cause, count]) => {
    const { letter, requests, whyNot } = contactThere(server, judgedCause(cause));
    const stopped = letter === "own-admin" || whyNot === "own-decision" || (requests && published);
    return stopped ? sum + count : sum;
  }, 0);
}

function asRow({ host, people, offer, remote }: Considered): readonly LetterRow[] {
  if (offer.kind === "none") return [];
  return [{ host, people, offer, ...(remote && remote.kind !== "none" ? { remote } : {}) }];
}

function unwritten(all: readonly Considered[]): readonly Unwritten[] {
  const rows = new Map<NoLetter["why"], Unwritten>();
  for (const { offer, people } of all) {
    if (offer.kind !== "none") continue;
    const before = rows.get(offer.why) ?? { why: offer.why, servers: 0, people: 0 };
    rows.set(offer.why, { why: offer.why, servers: before.servers + 1, people: before.people + people });
  }
  return [...rows.values()].sort((one, other) => other.people - one.people);
}

const contactOf = (host: Host, instance: NonNullable<Report["new"]>["instance"]): ContactOf => ({
  host,
  ...defined({ email: instance?.contactEmail || undefined, acct: instance?.contactAcct || undefined }),
});
