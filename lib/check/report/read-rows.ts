import type { ReportAccount, ReportFollower, ReportServer } from "#lib/contract/report.ts";
import type { Outcome } from "#lib/domain/diagnosis/verdict.ts";
import type { Mode } from "#lib/domain/evidence/evidence.ts";
import type { Instance } from "#lib/domain/evidence/server.ts";
import type { Side } from "#lib/domain/evidence/side.ts";
import { isAddress } from "#lib/domain/names/address.ts";
import type { TargetKey } from "#lib/domain/names/spellings.ts";
import { defined } from "#lib/flow/defined.ts";
import type { PersonRow } from "#lib/store/check/people/people.ts";
import type { ServerRow } from "#lib/store/check/servers.ts";
import { shownFacts } from "./shown-facts.ts";

/** Rows of the store as the contract shows them. */
export function toServer(row: ServerRow, towards: TargetKey | undefined, mode: Mode = "moved"): ReportServer {
  const seen = towards === undefined ? undefined : row.verdict?.towards[towards];
  const nodeinfo = row.facts?.nodeinfo;
  return {
    host: row.host,
    known: row.known,
    here: seen?.here ?? row.known - row.missing,
    missing: seen?.missing ?? row.missing,
    reach: seen?.reach ?? "unknown",
    reachCertainty: seen?.reachCertainty ?? null,
    onePerson: row.verdict?.onePerson ?? false,
    causes: { ...seen?.causes },
    facts: [...shownFacts(row.verdict?.facts ?? [])] as ReportServer["facts"],
    ...(nodeinfo?.known ? { software: nodeinfo.value.software } : {}),
    ...defined({ slow: row.slow || undefined }),
    ...(mode === "planned" ? { plans: plansOf(row) } : {}),
  };
}

const plansOf = ({ verdict }: ServerRow): NonNullable<ReportServer["plans"]> =>
  Object.fromEntries(Object.entries(verdict?.towards ?? {}).map(([key, { causes }]) => [key, { ...causes }]));

/** Before the first verdict somebody is listed all the same, as not judged yet. */
const NOT_JUDGED: Outcome = {
  position: "unread",
  group: "unknown",
  cause: "unknown",
  certainty: null,
  reach: "unknown",
  reachCertainty: null,
  also: [],
  undecided: [],
  because: [],
};

export function toFollower(row: PersonRow, towards: TargetKey | undefined): ReportFollower {
  const outcomes = row.verdict ?? {};
  const { position, group, cause, certainty, reach, also, undecided, because, provisional, note, newAddress } =
    (towards === undefined ? undefined : outcomes[towards]) ?? NOT_JUDGED;
  const { person } = row;
  return {
    acct: row.acct,
    server: row.server,
    ...{ position, group, cause, certainty, reach },
    youFollow: row.youFollow,
    also: [...also],
    undecided: undecided.map((entry) => ({ cause: entry.cause, gaps: [...entry.gaps] })),
    because: [...because] as ReportFollower["because"],
    ...defined({ display: person.display, uri: person.uri, provisional: provisional || undefined, note }),
    ...(newAddress && !isAddress(newAddress) ? { newAddress } : {}),
    ...(isAddress(row.acct) ? { nameless: true as const } : {}),
    ...defined({ mark: row.mark }),
    ...(person.old ? { profile: profileOf(person.old) } : {}),
    ...(Object.keys(outcomes).length > 1 ? { outcomes: shortOutcomes(outcomes) } : {}),
  };
}

function profileOf({ bot, locked, noindex, nobot, lastPostAt }: NonNullable<PersonRow["person"]["old"]>) {
  return defined({ bot, locked, noindex, nobot, lastPostAt });
}

const shortOutcomes = (outcomes: Readonly<Record<TargetKey, Outcome>>) =>
  Object.fromEntries(
    Object.entries(outcomes).map(([key, { cause, certainty, reach }]) => [key, { cause, certainty, reach }]),
  );

export function toAccount(side: Side, avatarPath: (url: string) => string): ReportAccount {
  const account = side.account.known ? side.account.value : undefined;
  return {
    acct: side.acct ?? side.host,
    host: side.webHost,
    ...(side.software.known ? { software: side.software.value } : {}),
    ...(side.account.known ? {} : { gap: side.account.gap }),
    ...(account ? accountFields(account) : {}),
    ...(side.instance?.known ? { instance: instanceFields(side.instance.value) } : {}),
    ...defined({ composer: side.composer }),
    ...(account?.avatar ? { avatar: avatarPath(account.avatar) } : {}),
  };
}

type AccountValue = Extract<Side["account"], { known: true }>["value"];

function instanceFields({ maxCharacters, charactersPerUrl, contactEmail, contactAcct }: Instance) {
  return defined({ maxCharacters, charactersPerUrl, contactEmail, contactAcct });
}

function accountFields({ display, url, uri, followers, locked, movedTo, createdAt }: AccountValue) {
  return {
    ...defined({ display, url, uri, followers, locked }),
    // Null says that there is none, and is kept.
    ...(movedTo === undefined ? {} : { movedTo }),
    ...defined({ createdAt }),
  };
}
