import { z } from "zod";
import type { Opinion, OpinionKind, Opinions } from "#lib/domain/evidence/opinions.ts";
import { parseHost } from "#lib/domain/names/host.ts";
import type { Host } from "#lib/domain/names/spellings.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import type { Question, Server } from "../question/adapter.ts";
import { type AskOptions, askFact, field } from "../question/ask.ts";
import { shortText } from "../question/free-text.ts";
import { lenient, rowsOf, says, silent } from "../question/lenient-fields.ts";

/** Where admins write down what they think of each other's servers. It is told the name that is asked about. */
export const FEDISEER: Server = { host: "fediseer.com", webHost: "fediseer.com" };

type OpinionsOf = Server & { readonly of: Host };

/** Which field the reasons stand in, as its source has them (Fediseer, 2025-06). */
const REASONS = {
  censures: "censure_reasons",
  hesitations: "hesitation_reasons",
  endorsements: "endorsement_reasons",
} as const satisfies Readonly<Record<OpinionKind, string>>;

const MOST_REASONS = 3;

const about = (kind: OpinionKind): Question<OpinionsOf, readonly Opinion[]> => ({
  path: ({ of }) => `/api/v1/${kind}/${encodeURIComponent(of)}`,
  reads: () => {
    const Admins = rowsOf(z.object({ domain: z.string(), [REASONS[kind]]: lenient(z.array(z.string())) }));
    return z.object({ instances: Admins }).transform(({ instances: { rows } }) =>
      says(
        rows.flatMap((row) => {
          const by = parseHost(String(row.domain));
          const reasons = row[REASONS[kind]];
          return by.ok ? [{ by: by.host, reasons: shortened(Array.isArray(reasons) ? reasons : []) }] : [];
        }),
      ),
    );
  },
  // Nobody has registered that server there, and nobody has said a word about it. A 404 in other words is no answer of its.
  statusMeans: { 404: (body) => (isNotRegistered(body) ? says([]) : silent("bad-answer")) },
});

/** `{"message": "No Instance found matching provided domain. …"}`; a path that is gone has a message too, and another one. */
const isNotRegistered = (body: unknown): boolean => {
  const message = field(body, "message");
  return typeof message === "string" && /\binstance\b/i.test(message);
};

const shortened = (reasons: readonly string[]): readonly string[] =>
  reasons.slice(0, MOST_REASONS).flatMap((reason) => shortText(reason.trim()) || []);

export const askFediseer = (
  gate: Gate,
  kind: OpinionKind,
  of: Host,
  options?: AskOptions,
): Promise<NonNullable<Opinions["fediseer"]>[OpinionKind]> => askFact(gate, about(kind), { ...FEDISEER, of }, options);
