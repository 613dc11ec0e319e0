import { decodeLabel } from "./punycode.ts";
import type { Host } from "./spellings.ts";

export type HostError = "empty" | "syntax" | "address" | "single-label" | "local" | "port";
export type ParsedHost = { readonly ok: true; readonly host: Host } | { readonly ok: false; readonly why: HostError };

// Names that never lead to a server on the public network: the machine itself, and a network DNS must not be asked about.
const LOCAL_SUFFIXES = ["localhost", "onion"];
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const LONGEST_NAME = 253;
/** In other scripts and with what surrounds it; more is not looked at. */
const LONGEST_TYPED = 1_024;

/**
 * A server's name as typed, in lower-case ASCII. `URL` does the spelling (IDNA, full-width dots, `0x7f.1`), so an
 * address is an address however it is written.
 */
export function parseHost(text: string): ParsedHost {
  if (text.length > LONGEST_TYPED) return refuse("syntax");
  const typed = text.trim();
  if (typed === "") return refuse("empty");
  if (typed.startsWith("[")) return refuse("address");
  if (/:\d*$/.test(typed.normalize("NFKC"))) return refuse("port");
  if (/[\s/\\?#@:%<>^|]/.test(typed)) return refuse("syntax");
  if (hasDisguisedDigits(typed)) return refuse(looksNumeric(typed) ? "address" : "syntax");
  const url = URL.parse(`https://${typed}/`);
  if (!url) return refuse(looksNumeric(typed) ? "address" : "syntax");
  return judge(url.hostname.replace(/\.$/, ""));
}

function judge(host: string): ParsedHost {
  if (isAddress(host)) return refuse("address");
  const labels = host.split(".");
  const last = labels.at(-1) ?? "";
  if (LOCAL_SUFFIXES.includes(last)) return refuse("local");
  if (host.length > LONGEST_NAME || !labels.every((label) => LABEL.test(label))) return refuse("syntax");
  if (labels.length < 2) return refuse("single-label");
  return last.length < 2 ? refuse("syntax") : { ok: true, host };
}

const refuse = (why: HostError): ParsedHost => ({ ok: false, why });
const isAddress = (host: string) => host.startsWith("[") || /^\d+(\.\d+){3}$/.test(host);
/** `URL` refuses `1.2.3.4.5` or `999.1.1.1` altogether; a name whose last label is a number is meant as an address. */
const looksNumeric = (text: string) => /(?:^|[.。．｡])(?:\d+|0x[0-9a-f]*)[.。．｡]?$/i.test(text.normalize("NFKC"));

/**
 * Digits in a circle, raised or in mathematical letters. They become plain ones on the way, so the name that is asked
 * would be another than the one that was read.
 */
export const hasDisguisedDigits = (text: string): boolean =>
  (text.match(/[^\p{ASCII}]/gu) ?? []).some((sign) => /\p{N}/u.test(sign) && /\d/.test(sign.normalize("NFKC")));

/** The name itself and all that is above it, the ending last: `a.b.example` → itself, `b.example`, `example`. */
export function withParents(host: Host): readonly Host[] {
  if (host.length > LONGEST_NAME) return [];
  const labels = host.split(".");
  return labels.map((_, at) => labels.slice(at).join("."));
}

/** `shown` is for reading, `ascii` is what is meant; they differ only where nobody is misled by it. */
export function displayHost(host: Host): { readonly shown: string; readonly ascii: Host } {
  if (host.length > LONGEST_NAME) return { shown: host, ascii: host };
  const labels = host.split(".").map(displayLabel);
  const shown = labels.every((label) => label !== null) ? labels.join(".") : host;
  const back = parseHost(shown);
  return { shown: back.ok && back.host === host ? shown : host, ascii: host };
}

// A label in one script, or in scripts that are written together, is shown; a mixture may imitate another name.
const SCRIPTS = [
  /^[\p{Script=Latin}\p{M}\d-]+$/u,
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Latin}ー\d-]+$/u,
  /^[\p{Script=Han}\p{Script=Hangul}\d-]+$/u,
  /^[\p{Script=Han}\p{Script=Bopomofo}\d-]+$/u,
  ...["Cyrillic", "Greek", "Arabic", "Hebrew", "Thai", "Devanagari", "Armenian", "Georgian", "Tamil", "Bengali"].map(
    (script) => new RegExp(`^[\\p{Script=${script}}\\p{M}\\d-]+$`, "u"),
  ),
];
/** Cyrillic and Greek letters that look like Latin ones: a label of nothing else is not shown. */
const LOOKALIKES = /^[асеорухіјѕԁһԛԝӏьогαονρτυχικ\d-]+$/u;

function displayLabel(label: string): string | null {
  if (!label.startsWith("xn--")) return label;
  const text = decodeLabel(label.slice("xn--".length));
  if (text === null || LOOKALIKES.test(text)) return null;
  return SCRIPTS.some((script) => script.test(text)) ? text : null;
}
