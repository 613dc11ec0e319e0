import type { App } from "#lib/wire.ts";
import { cookies } from "./key.ts";

type Cookie = { readonly name: string; readonly value: string };
type Config = Pick<App["config"], "publicUrl">;

const QUARTER_HOUR = 900;

/** Nobody else's browser can come back for this one. */
export function keepBinder(headers: Headers, { name, value }: Cookie, { publicUrl }: Config): void {
  headers.append("set-cookie", `${name}=${value}; ${attributes(publicUrl)}; Max-Age=${QUARTER_HOUR}`);
}

export function dropBinders(headers: Headers, request: Request, { publicUrl }: Config): void {
  for (const name of cookies(request).keys())
    if (name.startsWith("signin_")) headers.append("set-cookie", `${name}=; ${attributes(publicUrl)}; Max-Age=0`);
}

const attributes = (publicUrl: string): string =>
  `Path=/signin; HttpOnly; SameSite=Lax${publicUrl.startsWith("https:") ? "; Secure" : ""}`;
