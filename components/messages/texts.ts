import type { Writer } from "#i18n/say.ts";
import type { Report } from "#lib/contract/report.ts";
import type { Mover } from "#lib/messages/mover.ts";
import { type Draft, type Template, write, writeLetter } from "#lib/messages/template.ts";
import { beforeMove } from "#lib/messages/templates/before-move.ts";
import { lastWeek } from "#lib/messages/templates/last-week.ts";
import { offPlatform, offPlatformBlocked } from "#lib/messages/templates/off-platform.ts";
import { publicPost } from "#lib/messages/templates/public-post.ts";
import { question } from "#lib/messages/templates/question.ts";
import { requested } from "#lib/messages/templates/requested.ts";
import { shortPost } from "#lib/messages/templates/short-post.ts";
import { thanks } from "#lib/messages/templates/thanks.ts";
import { limitsOf } from "./scene.ts";

/** One text of the page. `post`: it goes into a post, so it is counted and can be opened in the composer. */
export type PageText = { readonly id: TextId; readonly draft: Draft; readonly post: boolean };
export type TextId =
  | "public"
  | "short"
  | "last-week"
  | "before"
  | "off-platform"
  | "off-platform-blocked"
  | "question"
  | "requested"
  | "thanks";

/** To everybody, from the new account. */
export function publicTexts(report: Report, mover: Mover, writer: Writer): readonly PageText[] {
  const post = inPost(report.new ?? {}, mover, writer);
  return [post("public", publicPost), post("short", shortPost), post("last-week", lastWeek)];
}

/** From the old account, so its server's limit counts. */
export function textsBefore({ old, new: fresh }: Report, writer: Writer): readonly PageText[] {
  return [inPost(old, fresh ? { new: fresh.acct } : {}, writer)("before", beforeMove)];
}

/** To people the mover knows. What nothing can be said about is not offered. */
export function knownTexts(report: Report, mover: Mover, writer: Writer): readonly PageText[] {
  const post = inPost(report.new ?? {}, mover, writer);
  const { byReach } = report.counts;
  const letter = (id: TextId, template: Template<Mover>) => ({
    id,
    draft: writeLetter(template, mover, { writer }),
    post: false,
  });
  return [
    letter("off-platform", offPlatform),
    ...(byReach.blocked ? [letter("off-platform-blocked", offPlatformBlocked)] : []),
    ...(byReach.unknown ? [post("question", question)] : []),
    post("requested", requested),
    post("thanks", thanks),
  ];
}

const inPost =
  <Words>(account: Parameters<typeof limitsOf>[0], words: Words, writer: Writer) =>
  (id: TextId, template: Template<Words>): PageText => ({
    id,
    draft: write(template, words, { writer, limits: limitsOf(account) }),
    post: true,
  });
