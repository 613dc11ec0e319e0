import { customType } from "drizzle-orm/pg-core";

/** PostgreSQL takes neither NUL nor half a surrogate pair, and strangers' display names hold both. */
export const storable = (text: string): string => text.replaceAll("\0", "").replace(/\p{Surrogate}/gu, "\uFFFD");

const UNSTORABLE = /\\u(?:0000|d[89a-f][0-9a-f]{2})/i;

/** JSON that a `jsonb` parameter accepts. The second, slower pass is for the rare text that needs it. */
export function toJson(value: unknown): string {
  const text = JSON.stringify(value ?? null);
  return UNSTORABLE.test(text) ? JSON.stringify(clean(value)) : text;
}

function clean(value: unknown): unknown {
  if (typeof value === "string") return storable(value);
  if (Array.isArray(value)) return value.map(clean);
  if (value === null || typeof value !== "object" || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [storable(key), clean(held)]));
}

/** Drizzle's own type parses a second time what the driver has parsed already: the text "12" would come back as 12. */
const column = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => "jsonb",
  toDriver: toJson,
  fromDriver: (held) => held,
});

export const json = <T>(name: string) => column(name).$type<T>();
