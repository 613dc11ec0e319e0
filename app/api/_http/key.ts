import { LANGUAGE_COOKIE, TEXTS_COOKIE } from "#i18n/locales.ts";
import type { App } from "#lib/wire.ts";
import { foreign } from "./problem.ts";

const NAME = "hw_";
/** No key of a check, though named like one. */
const LANGUAGES: readonly string[] = [LANGUAGE_COOKIE, TEXTS_COOKIE];
const KEPT = 20;
const DAY = 86_400;

/** The owner's key: a Bearer header, or the cookie of this check. Never part of an address that a server sees. */
export function keyOf(request: Request, id: string): string | null {
  return bearerOf(request) ?? cookies(request).get(NAME + id) ?? null;
}

export function bearerOf(request: Request): string | null {
  return /^Bearer\s+(\S{1,200})$/i.exec(request.headers.get("authorization") ?? "")?.[1] ?? null;
}

export const cookies = (request: Request): Map<string, string> =>
  new Map(
    (request.headers.get("cookie") ?? "").split(";").flatMap((pair) => {
      const at = pair.indexOf("=");
      return at < 0 ? [] : [[pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const];
    }),
  );

type Config = Pick<App["config"], "publicUrl" | "retentionDays" | "plannedDays">;

/**
 * Sets the key's cookie and drops the oldest of ours beyond the number a browser is asked to keep. No cookie stays
 * longer than the check may that is kept longest.
 */
export function keepKey(headers: Headers, request: Request, id: string, key: string, config: Config): void {
  const ours = ourCookies(request).filter((name) => name !== NAME + id && !LANGUAGES.includes(name));
  drop(headers, ours.slice(0, Math.max(0, ours.length - (KEPT - 1))), config);
  const days = Math.max(config.retentionDays, config.plannedDays);
  headers.append("set-cookie", `${NAME}${id}=${key}; ${attributesOf(config)}; Max-Age=${days * DAY}`);
}

/** From now on checks open with their private links alone, and pages are in the browser's language. */
export const dropKeys = (headers: Headers, request: Request, config: Config): void =>
  drop(headers, ourCookies(request), config);

const ourCookies = (request: Request): readonly string[] =>
  [...cookies(request).keys()].filter((name) => name.startsWith(NAME));

const attributesOf = ({ publicUrl }: Config): string =>
  `Path=/; HttpOnly; SameSite=Lax${publicUrl.startsWith("https:") ? "; Secure" : ""}`;

function drop(headers: Headers, names: readonly string[], config: Config): void {
  for (const name of names) headers.append("set-cookie", `${name}=; ${attributesOf(config)}; Max-Age=0`);
}

/**
 * A call that changes something and rests on a cookie has to come from our own pages. A Bearer key cannot be sent by
 * somebody else's page, so it needs no such proof. `Origin: null` is what `Referrer-Policy: no-referrer` makes of forms.
 */
export function refuseForeign(request: Request, publicUrl: string): Response | null {
  if (bearerOf(request)) return null;
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin" ? null : foreign();
  return request.headers.get("origin") === new URL(publicUrl).origin ? null : foreign();
}
