import type { Answer, Ours } from "#lib/domain/ports/gate.ts";
import type { SignatureForm, Signer } from "#lib/domain/ports/ports.ts";
import { defined } from "#lib/flow/defined.ts";
import type { Raw } from "../exchange.ts";
import type { RequestRefused, RequestResult } from "../one-request.ts";
import { makeRecent } from "../recent.ts";
import { asksForSignature, formWanted, reasonIn } from "./signature-wish.ts";

/** A server refused what we signed: `reason` in its own words. */
export type SignedRefusal = { readonly host: string; readonly status: number; readonly reason: string };
export type SigningParts = {
  readonly signer: Signer;
  readonly now: () => Date;
  /** For the operator, once in an hour for each host. */
  readonly tell: (refusal: SignedRefusal) => void;
};
type Signature = {
  readonly headers: Readonly<Record<string, string>>;
  /** The host has fetched our key before: its silence is not our doing. */
  readonly believed: boolean;
};
/** Puts the request on the wire, signed or not. */
export type Send = (signature?: Signature) => Promise<RequestResult>;
export type SignedResult = RequestResult & Pick<Answer, "signed" | "wantsNoSignature" | "ours" | "believedElsewhere">;

const HOUR = 60 * 60_000;
const WANTED_MS = 6 * HOUR;
/** As long as a Mastodon that could not reach us refuses whatever we sign. */
const PAUSE_MS = 5 * 60_000;
/** Errors of what stands before a server: it may be down itself. */
const OF_A_PROXY: ReadonlySet<number> = new Set([502, 504, 520, 521, 522, 523, 524, 525, 526, 530]);

export type AskSigned = (url: URL, send: Send) => Promise<SignedResult>;

/**
 * Unsigned first: most servers do not ask for a signature, and it tells them more about us than they need. Who has
 * asked for one is remembered, so that no page is asked for twice.
 */
export function makeSignedAsks({ signer, now, tell }: SigningParts): AskSigned {
  const clock = () => now().getTime();
  const wanted = makeRecent<SignatureForm>(WANTED_MS, clock);
  /** These have answered without one. */
  const content = makeRecent<true>(HOUR, clock);
  /** These have fetched our key: what fails there now is not our doing. */
  const believing = makeRecent<true>(HOUR, clock);
  const paused = makeRecent<string>(PAUSE_MS, clock);
  /** Which host believed us last, and when. */
  let lastBelieved: { readonly host: string; readonly at: number } | undefined;
  const told = makeRecent<true>(HOUR, clock);

  const pause = (host: string): void => paused.keep(host, new Date(clock() + PAUSE_MS).toISOString());

  const signed = async (url: URL, send: Send, form: SignatureForm): Promise<SignedResult> => {
    const host = url.hostname;
    const until = paused.get(host);
    if (until !== undefined) return { refused: { why: "our-fault", host, until } };
    const believed = believing.get(host) === true;
    const result = await send({ headers: await signer.headers(url.href, now(), form), believed });
    if (result.refused) return { refused: refusalFor(result.refused, believed) };
    if (form === "cavage" && result.raw.status === 401 && formWanted(result.raw) === "rfc9421") {
      wanted.keep(host, "rfc9421");
      return signed(url, send, "rfc9421");
    }
    return read(host, result.raw);
  };

  function refusalFor(refused: RequestRefused, believed: boolean): RequestRefused {
    // Before it answers, it asks us for our key.
    if (refused.why !== "timeout" || believed) return refused;
    pause(refused.host);
    return { ...refused, why: "our-fault" };
  }

  function read(host: string, raw: Raw): SignedResult {
    const ours = oursIn(raw, believing.get(host) === true);
    if (raw.status === 503) pause(host);
    if (ours) note(host, raw);
    else if (raw.status >= 200 && raw.status < 300) believe(host);
    return { raw, signed: true, ...defined({ ours, believedElsewhere: ours && isBelievedElsewhere(host) }) };
  }

  function believe(host: string): void {
    believing.keep(host, true);
    lastBelieved = { host, at: clock() };
  }

  /** A host that believed us and refuses us now is no witness against itself. */
  const isBelievedElsewhere = (host: string): true | undefined =>
    lastBelieved && lastBelieved.host !== host && clock() - lastBelieved.at < HOUR ? true : undefined;

  function note(host: string, raw: Raw): void {
    if (told.get(host)) return;
    told.keep(host, true);
    tell({ host, status: raw.status, reason: reasonIn(raw) ?? "" });
  }

  /** One of many questions finds out whether the host wants signatures; the others wait for it. */
  const finding = new Map<string, Promise<void>>();

  async function unsigned(host: string, send: Send): Promise<RequestResult> {
    const result = await send();
    if (result.refused) return result;
    if (asksForSignature(result.raw)) wanted.keep(host, formWanted(result.raw));
    else if (result.raw.status < 300) content.keep(host, true);
    return result;
  }

  async function findOut(host: string, send: Send): Promise<RequestResult> {
    const asking = unsigned(host, send);
    const found = (): void => void finding.delete(host);
    if (!finding.has(host)) finding.set(host, asking.then(found, found));
    return asking;
  }

  return async (url, send) => {
    const host = url.hostname;
    const other = content.get(host) ? undefined : finding.get(host);
    if (other !== undefined) await other;
    const known = wanted.get(host);
    if (known) return signed(url, send, known);
    const first = await findOut(host, send);
    if (first.refused || first.raw.status !== 401) return first;
    const form = asksForSignature(first.raw) ? wanted.get(host) : undefined;
    return form ? signed(url, send, form) : { ...first, wantsNoSignature: true };
  };
}

/** What in an answer to a signed request is about us, and nothing about the server or the person. */
function oursIn(raw: Raw, believed: boolean): Ours | undefined {
  const { status } = raw;
  if (status === 401) return reasonIn(raw) === undefined ? undefined : "signature-refused";
  if (status === 403) return "refused-us";
  if (status < 500 || (believed && OF_A_PROXY.has(status))) return undefined;
  return "our-fault";
}
