import type { Gate } from "#lib/domain/ports/gate.ts";
import type { Tokens, TokenUse } from "#lib/domain/ports/tokens.ts";

const USES: readonly TokenUse[] = ["new", "old", "let-in"];

/**
 * A gate that asks nothing more with a token that its owner has given back, or whose time is over, in the midst of a run as
 * well: on software that cannot take it back it would go on to open everything.
 */
export function whileHeld(gate: Gate, tokens: Pick<Tokens, "of">, checkId: string, now: () => Date): Gate {
  const isHeld = async (token: string): Promise<boolean> => {
    for (const use of USES) if ((await tokens.of(checkId, use))?.signedIn.token === token) return true;
    return false;
  };
  return {
    async ask(question) {
      const { signedIn } = question;
      if (signedIn && !(await isHeld(signedIn.token))) return { ok: false, why: "cancelled", at: now().toISOString() };
      return gate.ask(question);
    },
  };
}
