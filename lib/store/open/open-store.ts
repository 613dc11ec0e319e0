import type { Store, StorePlace } from "./store.ts";

/** Opens and migrates. Loaded only here, so that nothing but a caller of this function starts a database. */
export async function openStore(place: StorePlace): Promise<Store> {
  if (place.kind === "postgres") return (await import("./open-postgres.ts")).openPostgres(place.url);
  const { openEmbedded } = await import("./open-embedded.ts");
  return openEmbedded(place.kind === "embedded" ? place.dataDir : null);
}
