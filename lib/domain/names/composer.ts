import { fillIntent, type IntentLimits, safeIntent } from "./intent.ts";
import type { Host } from "./spellings.ts";

/** A server's own way to open its composer with a text in it, and the one host to which that leads. */
export type Composer = { readonly template: string; readonly host: Host };
type Offered = { readonly rel: string; readonly template: string };

const CREATE = "https://w3id.org/fep/3b86/create";
const LONGEST = 500;

/** The first template that takes a text and leads back to its own server. Others ask for an object, or lead elsewhere. */
export function composerIn(offered: readonly Offered[], home: Omit<IntentLimits, "longest">): Composer | undefined {
  const limits = { ...home, longest: LONGEST };
  return offered
    .filter(({ rel, template }) => template.length <= LONGEST && rel.toLowerCase() === CREATE)
    .flatMap(({ template }) => {
      const url = fillIntent(template, { content: "text" });
      const safe = url ? safeIntent(url, limits) : null;
      return safe ? [{ template, host: safe.hostname }] : [];
    })
    .at(0);
}
