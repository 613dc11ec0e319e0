import type { Acct } from "#lib/domain/names/spellings.ts";
import { NONE, paragraphs, type Template } from "../template.ts";

/** From the old account, as long as it can post: after the move it cannot. */
export type BeforeMove = {
  /** Absent while the mover has not chosen yet. */
  readonly new?: Acct;
};

const ask = ({ new: acct }: BeforeMove) => (acct ? "before.askTo" : "before.ask");
const named = ({ new: acct }: BeforeMove) => ({ new: acct ?? NONE });

export const beforeMove: Template<BeforeMove> = [
  (move, { say }) =>
    paragraphs(say("before.announce", named(move)), say("before.some"), say(ask(move)), say("before.boosts")),
  (move, { say }) => paragraphs(say("before.announce", named(move)), say(ask(move))),
  (move, { say }) => say(move.new ? "before.shortestTo" : "before.shortest", named(move)),
];
