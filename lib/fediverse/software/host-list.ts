import { z } from "zod";
import { parseHost } from "#lib/domain/names/host.ts";
import type { Host } from "#lib/domain/names/spellings.ts";
import { rowsOf } from "../question/lenient-fields.ts";

// A list may hold a hundred thousand, nearly all of them plain.
const PLAIN_HOST = /^(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]+$/;

/** Software writes hosts in ASCII. A list of hardly any such is none, and each other name costs thirty times as much. */
const MOST_UNUSUAL = 10_000;

/** Hosts as lists write them; a row that is no host is left out. */
export const hosts = rowsOf(z.string()).transform(({ rows }, context) => {
  const found: Host[] = [];
  let unusual = 0;
  for (const text of rows) {
    const isPlain = PLAIN_HOST.test(text);
    if (!isPlain && ++unusual > MOST_UNUSUAL) {
      context.addIssue("too many unusual names");
      return z.NEVER;
    }
    const parsed = isPlain ? ({ ok: true, host: text } as const) : parseHost(text);
    if (parsed.ok) found.push(parsed.host);
  }
  return found;
});
