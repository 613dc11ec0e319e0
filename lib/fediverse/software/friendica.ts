import { z } from "zod";
import type { BlockList, BlockRow } from "#lib/domain/blocks/block-match.ts";
import { harmReader } from "#lib/domain/blocks/harm.ts";
import type { Adapter, Meant, Question, Server } from "../question/adapter.ts";
import { says, silent } from "../question/lenient-fields.ts";
import { followersById, followingById } from "./mastodon-api.ts";
import { ownPeople } from "./own-blocks.ts";
import { requestsByLink } from "./signed-in.ts";

// `pattern,reason` on each line, quoted where needed, without a header. A pattern has no quotes, and of a reason nothing
// is kept but whether it names harm, for which its quotes do not matter.
const LINE = /^(?:"([^"]*)"|([^",\r\n]*))(?:,([^\r\n]*))?\r?$/;
/** More than a list is judged by (`about/list-budget.ts`). */
const MOST_LINES = 50_000;

const blocklistFile: Question<Server, BlockList> = {
  path: () => "/blocklist/domain/download",
  size: "list",
  text: true,
  reads: () => z.string().transform(readFile),
};

function readFile(text: string): Meant<BlockList> {
  if (hasMoreLines(text, MOST_LINES)) return silent("bad-answer");
  const harmIn = harmReader();
  const rows: BlockRow[] = [];
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    const row = readLine(line, harmIn);
    // A page in place of the file has lines too; patterns of names have no markup and no spaces.
    if (row === null) return silent("bad-answer");
    rows.push(row);
  }
  return says({ rule: "friendica", rows, whole: true }, true);
}

/** Counted before they are taken apart: ten megabytes may be five million lines. */
function hasMoreLines(text: string, most: number): boolean {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0 && lines <= most; at = text.indexOf("\n", at + 1)) lines++;
  return lines > most;
}

function readLine(line: string, harmIn: ReturnType<typeof harmReader>): BlockRow | null {
  const [, quoted, plain, reason = ""] = LINE.exec(line) ?? [];
  const domain = (quoted ?? plain ?? "").trim();
  if (!/^[\p{L}\p{N}.*?[\]!^_-]+$/u.test(domain)) return null;
  return { domain, effect: "block", ...harmIn(reason.trim()) };
}

const dialect = { showsMoved: false };
const PAGE = 40;

/** Accounts and lists by ActivityPub; its API wants a token. */
export const friendica: Adapter = {
  id: "friendica",
  ...dialect,
  nameIn: /^\/profile\/([^/]+)$/,
  blocks: [blocklistFile],
  signedIn: {
    followers: followersById(dialect, PAGE),
    following: followingById(dialect, PAGE),
    requests: requestsByLink(dialect, PAGE),
    own: { people: ownPeople(dialect, { limit: PAGE }) },
  },
};
