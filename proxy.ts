import { type NextRequest, NextResponse } from "next/server";
import { INTERFACE_LOCALES, LANGUAGE_COOKIE, TEST_LOCALE, TEXTS_COOKIE } from "#i18n/locales.ts";
import { keepTextChoice } from "#i18n/text-choice.ts";

const DEVELOPMENT = process.env.NODE_ENV === "development";

/** No third party, nothing inline without the nonce. Development alone evaluates code and injects styles. */
function policy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${DEVELOPMENT ? " 'unsafe-eval'" : ""}`,
    // What is told to a browser without a page open; a nonce says nothing about it.
    "worker-src 'self'",
    `style-src 'self' ${DEVELOPMENT ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join("; ");
}

const YEAR_S = 31_536_000;
const SECURE = process.env.PUBLIC_URL?.startsWith("https:") ?? false;
const ASKABLE: readonly string[] = [...INTERFACE_LOCALES, TEST_LOCALE];

/** `?lang=` and `?texts=` hold for this page at once, and from then on by their cookies: no redirect, so none can loop. */
function choicesIn({ nextUrl, cookies }: NextRequest): ReadonlyMap<string, string> {
  const choices = new Map<string, string>();
  const lang = nextUrl.searchParams.get("lang");
  if (lang !== null && ASKABLE.includes(lang)) choices.set(LANGUAGE_COOKIE, lang);
  const texts = keepTextChoice(cookies.get(TEXTS_COOKIE)?.value, nextUrl.searchParams.get("texts"));
  if (texts) choices.set(TEXTS_COOKIE, texts);
  return choices;
}

export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const csp = policy(nonce);
  const choices = choicesIn(request);
  for (const [name, value] of choices) request.cookies.set(name, value);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", csp);
  headers.set("x-address", addressOf(request.nextUrl.pathname, choices.get(LANGUAGE_COOKIE)));
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", csp);
  for (const [name, value] of choices)
    response.cookies.set(name, value, { path: "/", maxAge: YEAR_S, sameSite: "lax", httpOnly: true, secure: SECURE });
  return response;
}

/** Which page this is, for what its head says of the same page in other languages. */
const addressOf = (path: string, lang: string | undefined): string => (lang ? `${path}?lang=${lang}` : path);

/** Pages only, fetched ahead or not: `/r` sets a stricter policy of its own, and the door gives one to all the rest. */
export const config = { matcher: ["/((?!api/|r/|actor$|_next/|icon|share\\.|notices\\.).*)"] };
