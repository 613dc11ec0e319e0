import type { App } from "#lib/wire.ts";
import { cookies } from "./key.ts";

type Cookie = { readonly name: string; readonly value: string };
type Config = Pick<App["config"], "publicUrl">;

const QUARTER_HOUR = 900;

/** Nobody else's browser can come back for this one. Sent with every page, so that whoever forgets everything loses it too. */
export function keepBinder(headers: Headers, { name, value }: Cookie, { publicUrl }: Config): void {
  headers.append("set-cookie", `${name}=${value}; ${attributes(publicUrl)}; Max-Age=${QUARTER_HOUR}`);
}

export function dropBinders(headers: Headers, request: Request, { publicUrl }: Config): void {
  for (const name of cookies(request).keys())
    if (name.startsWith("signin_")) headers.append("set-cookie", `${name}=; ${attributes(publicUrl)}; Max-Age=0`);
}

const LOOK = "looked";
const TWO_MINUTES = 120;

/** What a follower's own server told him, closed up, for one page that he is led to and for nobody else. */
export function keepLook(headers: Headers, token: string, sealed: string, { publicUrl }: Config): void {
  headers.append("set-cookie", `${LOOK}=${sealed}; ${attributes(publicUrl, lookPath(token))}; Max-Age=${TWO_MINUTES}`);
}

/** Shown once: reading it again leads to the page without it. */
export const lookIn = (request: Request): string | undefined => cookies(request).get(LOOK);

export function dropLook(headers: Headers, token: string, { publicUrl }: Config): void {
  headers.append("set-cookie", `${LOOK}=; ${attributes(publicUrl, lookPath(token))}; Max-Age=0`);
}

const lookPath = (token: string): string => `/r/${token}/looked`;

const attributes = (publicUrl: string, path = "/"): string =>
  `Path=${path}; HttpOnly; SameSite=Lax${publicUrl.startsWith("https:") ? "; Secure" : ""}`;
