import { and, eq, sql } from "drizzle-orm";
import { settings } from "../tables/schema.ts";
import type { Database } from "./database.ts";
import type { Store } from "./store.ts";

/** Made once for all processes: of several that start together, the first one's value is everybody's. */
export async function settingOnce<T>(store: Store, name: string, make: () => T | Promise<T>): Promise<T> {
  const held = await readSetting<T>(store, name);
  if (held !== undefined) return held;
  await store.db
    .insert(settings)
    .values({ name, value: await make() })
    .onConflictDoNothing();
  const made = await readSetting<T>(store, name);
  if (made === undefined) throw new Error(`The setting ${name} was removed while it was made.`);
  return made;
}

/** Writes something small, to see whether writing works. */
export const writeAlive = (db: Database): Promise<unknown> =>
  db
    .insert(settings)
    .values({ name: "alive", value: true })
    .onConflictDoUpdate({ target: settings.name, set: { value: sql`excluded.value` } });

export async function readSetting<T>(store: Store, name: string): Promise<T | undefined> {
  const [row] = await store.db.select().from(settings).where(eq(settings.name, name));
  return row?.value as T | undefined;
}

/** Unless somebody else has replaced it meanwhile. */
export async function replaceSetting(store: Store, name: string, from: unknown, to: unknown): Promise<void> {
  const isAsBefore = sql`${settings.value} = ${settings.value.mapToDriverValue(from)}::jsonb`;
  await store.db
    .update(settings)
    .set({ value: to })
    .where(and(eq(settings.name, name), isAsBefore));
}

/** Keeps the value, and says whether another one or none was kept before. */
export async function settingChanged(store: Store, name: string, value: string): Promise<boolean> {
  if ((await readSetting<string>(store, name)) === value) return false;
  await store.db.insert(settings).values({ name, value }).onConflictDoUpdate({ target: settings.name, set: { value } });
  return true;
}
