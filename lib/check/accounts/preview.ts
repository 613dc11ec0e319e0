import type { HandlePreview } from "#lib/contract/preview.ts";
import type { Fact } from "#lib/domain/evidence/fact.ts";
import type { Software } from "#lib/domain/evidence/server.ts";
import type { Account } from "#lib/domain/evidence/side.ts";
import { splitAcct } from "#lib/domain/names/acct.ts";
import type { Acct } from "#lib/domain/names/spellings.ts";
import { askAccount } from "#lib/fediverse/find/account.ts";
import { findAccount, serverAt } from "#lib/fediverse/find/discover.ts";
import { adapterFor } from "#lib/fediverse/software/index.ts";
import { defined } from "#lib/flow/defined.ts";
import { closesAfterMove } from "#lib/software/abilities.ts";
import { familyOf } from "#lib/software/family.ts";
import { rememberNodeInfo } from "../servers/kept-answers.ts";
import type { CheckDeps } from "../state/deps.ts";
import { type Fields, readAddress } from "./addresses.ts";

export type Previewed =
  | { readonly ok: true; readonly preview: HandlePreview }
  | { readonly ok: false; readonly fields: Fields };

/** Somebody asks about an account of his own. */
const OWN = { own: true } as const;

/** What an address leads to, while it is typed. Former addresses are never part of it. */
export async function preview(deps: CheckDeps, text: string): Promise<Previewed> {
  const read = readAddress(text);
  if (!read.ok) return { ok: false, fields: { address: read.code } };
  const [user, host] = splitAcct(read.acct);
  const found = await findAccount(deps.gate, { user, host }, OWN);
  const server = found.known ? found.value.server : serverAt(host);
  const nodeinfo = await rememberNodeInfo(deps, server, OWN);
  const software = nodeinfo.fact.known ? nodeinfo.fact.value.software : undefined;
  const who = { server, user, ...(found.known ? { uri: found.value.uri } : {}) };
  const account =
    found.known || found.gap === "not-offered" ? await askAccount(adapterFor(software), deps.gate, who, OWN) : found;
  return {
    ok: true,
    preview: {
      ...shown(found.known ? found.value.acct : read.acct, account as Fact<Account>, deps.avatarPath),
      host,
      ...(server.webHost === host ? {} : { runsOn: server.webHost }),
      ...(software ? about(software) : {}),
    },
  };
}

const about = (software: Software): Pick<HandlePreview, "software" | "family" | "closesAfterMove"> => ({
  ...{ software: software.name, family: familyOf(software) },
  closesAfterMove: closesAfterMove(software),
});

function shown(acct: Acct, account: Fact<Account>, avatarPath: (url: string) => string): Omit<HandlePreview, "host"> {
  if (!account.known) return { acct, gap: account.gap, ...defined({ status: account.source?.status }) };
  const { display, followers, locked, hidesLists, movedTo, lastPostAt, avatar } = account.value;
  return {
    acct,
    ...defined({ display, followers, locked, listHidden: hidesLists }),
    // Null says that there is none, and is kept.
    ...(movedTo === undefined ? {} : { movedTo: asAddress(movedTo) }),
    ...defined({ lastPostAt, avatar: avatar ? avatarPath(avatar) : undefined }),
  };
}

/** A redirect may be published as an address or as the link of a profile. */
function asAddress(movedTo: string | null): string | null {
  const read = movedTo ? readAddress(movedTo) : undefined;
  return read?.ok ? read.acct : movedTo;
}
