import { z } from "zod";
import type { Meant } from "./adapter.ts";

/** A field that a fork may drop, rename or fill with anything: then it is as if it were not there. */
export const soft = <T>(schema: z.ZodType<T>): z.ZodType<T | undefined> =>
  z
    .unknown()
    .transform((value) => schema.safeParse(value).data)
    .optional();

export const softText = soft(z.string());
export const softFlag = soft(z.boolean());
/** Counts are never below zero; anything else is no count. */
export const softCount = soft(z.number().int().nonnegative());

/** Rows that can be read, and how many there were: one odd row must not cost the list. */
export const rowsOf = <T>(schema: z.ZodType<T>) =>
  z.array(z.unknown()).transform((items) => ({
    raw: items.length,
    rows: items.flatMap((item) => {
      const read = schema.safeParse(item);
      return read.success ? [read.data] : [];
    }),
  }));

export const says = <T>(value: T, complete?: boolean): Meant<T> =>
  complete === undefined ? { value } : { value, complete };
export const silent = (gap: Extract<Meant<never>, { gap: unknown }>["gap"]): Meant<never> => ({ gap });
