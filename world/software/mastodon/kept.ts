import type { Account, WorldState } from "../../model.ts";
import type { Scene } from "../common/routes.ts";

type Document = Readonly<Record<string, unknown>>;
type Kept = { readonly at: number; readonly document: Document };

const kept = new WeakMap<WorldState, Map<Account, Kept>>();
const THREE_MINUTES = 180_000;

/** A document once made is handed out for three minutes, whatever has changed since. */
export function keptDocument(
  { world, server, asked }: Scene,
  account: Account,
  make: (world: WorldState, account: Account) => Document,
): Document {
  if (!server.settings.keepsActors) return make(world, account);
  const documents = kept.get(world) ?? new Map<Account, Kept>();
  kept.set(world, documents);
  const known = documents.get(account);
  if (known && asked.now - known.at < THREE_MINUTES) return known.document;
  const document = make(world, account);
  documents.set(account, { at: asked.now, document });
  return document;
}
