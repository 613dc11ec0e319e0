import { z } from "zod";
import type { BlockList, BlockRow } from "#lib/domain/blocks/block-match.ts";
import { harmIn } from "#lib/domain/blocks/harm.ts";
import type { Adapter, Meant, Question, Server } from "../question/adapter.ts";
import { says, silent } from "../question/lenient-fields.ts";

// `pattern,reason` on each line, quoted where needed, without a header.
const LINE = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(?:,(?:"((?:[^"]|"")*)"|([^\r\n]*)))?\r?$/;

const blocklistFile: Question<Server, BlockList> = {
  path: () => "/blocklist/domain/download",
  size: "list",
  text: true,
  reads: () => z.string().transform(readFile),
};

function readFile(text: string): Meant<BlockList> {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const rows = lines.map(readLine);
  // A page in place of the file has lines too; patterns of names have no markup and no spaces.
  return rows.every((row) => row !== null)
    ? says({ rule: "friendica", rows, whole: true }, true)
    : silent("bad-answer");
}

function readLine(line: string): BlockRow | null {
  const [, quoted, plain, quotedReason, plainReason] = LINE.exec(line) ?? [];
  const domain = (quoted ?? plain ?? "").trim();
  const reason = (quotedReason ?? plainReason ?? "").replaceAll('""', '"').trim();
  if (!/^[\p{L}\p{N}.*?[\]!^_-]+$/u.test(domain)) return null;
  return { domain, effect: "block", ...harmIn(reason) };
}

/** Accounts and lists by ActivityPub; its API wants a token. */
export const friendica: Adapter = {
  id: "friendica",
  showsMoved: false,
  nameIn: /^\/profile\/([^/]+)$/,
  blocks: [blocklistFile],
};
