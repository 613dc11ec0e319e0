import { z } from "zod";
import type { Side } from "#lib/domain/evidence/side.ts";
import { splitAcct } from "#lib/domain/names/acct.ts";
import type { Gate, SignedIn } from "#lib/domain/ports/gate.ts";
import { defined } from "#lib/flow/defined.ts";
import { askSignIn, jsonOf } from "./gate-fetch.ts";
import type { Way } from "./ways.ts";

/** Whose token it is, by the account's own server. */
export type Whose = { readonly id: string; readonly user: string; readonly uri?: string };

const text = z.string().min(1);
const Mastodon = z.object({ id: text, username: text, uri: text.optional().catch(undefined) });
const Misskey = z.object({ id: text, username: text });
const UserInfo = z.object({ sub: text });

export async function askWhose(
  gate: Gate,
  { flow }: Pick<Way, "flow">,
  signedIn: SignedIn,
  userinfo?: string,
): Promise<Whose | undefined> {
  if (flow === "miauth") {
    const url = `https://${signedIn.host}/api/i`;
    const read = parsed(Misskey, await askSignIn(gate, { url, method: "POST", body: {}, signedIn }));
    return read && { id: read.id, user: read.username };
  }
  const url = `https://${signedIn.host}/api/v1/accounts/verify_credentials`;
  const read = parsed(Mastodon, await askSignIn(gate, { url, signedIn }));
  if (!read) return undefined;
  const { id, username: user, uri } = read;
  if (uri !== undefined) return { id, user, uri };
  const sub = userinfo === undefined ? undefined : await subjectOf(gate, userinfo, signedIn);
  return { id, user, ...defined({ uri: sub }) };
}

async function subjectOf(gate: Gate, url: string, signedIn: SignedIn): Promise<string | undefined> {
  return parsed(UserInfo, await askSignIn(gate, { url, signedIn }))?.sub;
}

function parsed<T extends z.ZodType>(schema: T, heard: Awaited<ReturnType<typeof askSignIn>>) {
  const read = schema.safeParse(heard.status === 200 ? jsonOf(heard) : undefined);
  return read.success ? read.data : undefined;
}

/** The address of the actor is who it is; where one of the two does not say it, the key and the name in its own house do. */
export function isSameAccount({ id, user, uri }: Whose, { acct, account, actor, self, webHost }: Side): boolean {
  const known = account.known ? account.value : undefined;
  const uris = [actor.known ? actor.value.uri : undefined, known?.uri, self?.known ? self.value : undefined];
  const named = uris.filter((one) => one !== undefined);
  if (uri !== undefined && named.length > 0) return named.includes(uri);
  if (known?.id !== undefined) return known.id === id;
  if (named.includes(`https://${webHost}/users/${id}`)) return true;
  return acct !== undefined && splitAcct(acct)[0] === user.toLowerCase();
}
