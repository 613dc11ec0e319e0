import { z } from "zod";
import type { Gate } from "#lib/domain/ports/gate.ts";
import { askSignIn, jsonOf } from "./gate-fetch.ts";
import type { Granted } from "./oauth.ts";

/** Misskey and its forks. What some of them say of OAuth is not true, so that it is left alone there. */
export function leaveByMiAuth(host: string, session: string, back: string, rights: readonly string[]): string {
  const url = new URL(`https://${host}/miauth/${session}`);
  url.searchParams.set("name", "Housewarming");
  url.searchParams.set("callback", back);
  url.searchParams.set("permission", rights.join(","));
  return url.href;
}

const Checked = z.object({ ok: z.literal(true), token: z.string().min(1) });

/** The server answers this once. It does not say which rights were given: it gives those that it showed. */
export async function comeBackByMiAuth(
  gate: Gate,
  host: string,
  session: string,
  rights: readonly string[],
): Promise<Granted | undefined> {
  const heard = await askSignIn(gate, { url: `https://${host}/api/miauth/${session}/check`, method: "POST", body: {} });
  const read = Checked.safeParse(jsonOf(heard));
  return read.success ? { token: read.data.token, rights } : undefined;
}
