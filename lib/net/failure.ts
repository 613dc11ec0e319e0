import { errors } from "undici";
import type { Refusal } from "#lib/domain/ports/gate.ts";

/** Thrown inside the gate where it stops something itself; it never leaves the gate. */
export class Stopped extends Error {
  override readonly name = "Stopped";
  readonly why: Refusal;
  constructor(why: Refusal) {
    super(why);
    this.why = why;
  }
}

/** What a name server says of a name. All other failures of a look-up are ours or a name server's. */
const NO_SUCH_NAME = /^(ENOTFOUND|ENODATA|EBADNAME)$/;
/** The calls that look a name up: they fail with codes that sockets use as well. */
const LOOK_UP = /^(query|getaddrinfo)/;

const BY_CODE: readonly (readonly [RegExp, Refusal | "ours"])[] = [
  [/^UND_ERR_INVALID_ARG$|^ERR_INVALID_(ARG|CHAR|HTTP)/, "ours"],
  [/^UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT$|^ETIMEDOUT$/, "timeout"],
  [/^UND_ERR_(DESTROYED|CLOSED|ABORTED)$/, "cancelled"],
  [/^UND_ERR_HEADERS_OVERFLOW$|^ERR_BUFFER_TOO_LARGE$|^ERR_OUT_OF_RANGE$/, "too-large"],
  [/^HPE_|^Z_|^ERR_(ZLIB|BROTLI|_ERROR_FORMAT|PADDING)|^ERR__ERROR_|^ZSTD_/, "bad-json"],
  [NO_SUCH_NAME, "dns"],
  [/^(EAI_|ETIMEOUT|ESERVFAIL|EREFUSED|EBADRESP|EFORMERR)/, "resolver"],
  [/CERT|^ERR_(TLS|SSL)|^UNABLE_TO|^EPROTO|^HOSTNAME_MISMATCH/, "tls"],
];

/** The refusal that a failure on the way means. A mistake of ours has none: it has to be thrown. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Stopped) return error.why;
  const code = codeOf(error);
  if (code === undefined) return undefined;
  if (isOfLookUp(error)) return saysNoSuchName(error) ? "dns" : "resolver";
  const found = BY_CODE.find(([pattern]) => pattern.test(code))?.[1] ?? "connect";
  return found === "ours" ? undefined : found;
}

/** A name server answered that nobody has the name, or that no address belongs to it. */
export const saysNoSuchName = (error: unknown): boolean => NO_SUCH_NAME.test(codeOf(error) ?? "");

const isOfLookUp = (error: unknown): boolean =>
  error instanceof Error && "syscall" in error && LOOK_UP.test(String(error.syscall));

function codeOf(error: unknown): string | undefined {
  if (error instanceof errors.HTTPParserError) return error.code ?? "HPE_UNKNOWN";
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

/** The other side hung up before it said anything, as it may do on a connection that was kept open. */
export const isHangUp = (error: unknown): boolean => /^(UND_ERR_SOCKET|ECONNRESET|EPIPE)$/.test(codeOf(error) ?? "");
