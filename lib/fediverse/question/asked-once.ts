import type { Ask, Gate, Reply } from "#lib/domain/ports/gate.ts";

/**
 * A gate that asks the mover's own servers for each small document once: the account, its lists and the move all begin
 * at the same actor. Lists are read anew wherever they are asked for, and what failed may be tried again. For one run
 * of a check: the next one asks afresh.
 */
export function askedOnce(gate: Gate): Gate {
  const replies = new Map<string, Promise<Reply>>();
  const ask = async (key: string, question: Ask): Promise<Reply> => {
    let isKept = false;
    try {
      const reply = await gate.ask(question);
      isKept = isFinal(reply);
      return reply;
    } finally {
      if (!isKept) replies.delete(key);
    }
  };
  return {
    ask(question) {
      if (!isSmallDocument(question)) return gate.ask(question);
      const key = `${question.accept} ${question.as} ${question.sign === true} ${question.url}`;
      const held = replies.get(key);
      if (held !== undefined) return held;
      const asking = ask(key, question);
      replies.set(key, asking);
      return asking;
    },
  };
}

const isSmallDocument = ({ own, anew, method = "GET", paged, size = "normal", signedIn }: Ask): boolean =>
  own === true && !anew && !signedIn && method === "GET" && !paged && size === "normal";

/** An answer about what was asked for, not about who asked or how the server fared. */
const isFinal = (reply: Reply): boolean => reply.ok && reply.status < 500 && reply.status !== 429 && !reply.ours;
