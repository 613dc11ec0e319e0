import { z } from "zod";
import type { Meant } from "./adapter.ts";

/** A field that a fork may drop, rename or fill with anything: then it is as if it were not there. */
const leniently = <T>(read: (value: unknown) => T | undefined): z.ZodType<T | undefined> =>
  z.unknown().transform(read).optional();

export const lenient = <T>(schema: z.ZodType<T>): z.ZodType<T | undefined> =>
  leniently((value) => (value === undefined ? undefined : schema.safeParse(value).data));

// Read by hand: lists have hundreds of thousands of rows with twenty such fields, and every failed parse makes an error.
export const lenientText = leniently((value) => (typeof value === "string" ? value : undefined));
export const lenientFlag = leniently((value) => (typeof value === "boolean" ? value : undefined));
/** Longer addresses than this are nobody's, of accounts, of pages and of mail alike. */
export const LONGEST_ADDRESS = 1_000;
export const lenientAddress = leniently((value) =>
  typeof value === "string" && value.length <= LONGEST_ADDRESS ? value : undefined,
);
const LONGEST_MOMENT = 40;
export const lenientMoment = leniently((value) =>
  typeof value === "string" && value.length <= LONGEST_MOMENT && !Number.isNaN(Date.parse(value)) ? value : undefined,
);
const MOST_WORDS = 50;
/** As long as the longest name of a language. */
const LONGEST_WORD = 35;
export const lenientWords = leniently((value) =>
  Array.isArray(value)
    ? value
        .filter((word): word is string => typeof word === "string" && word.length <= LONGEST_WORD)
        .slice(0, MOST_WORDS)
    : undefined,
);
/** Counts are never below zero; anything else is no count. */
export const lenientCount = leniently((value) =>
  Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : undefined,
);
/** A list of nothing but odd rows is no list, and each of them costs a hundred times what a good one does. */
const MOST_ODD = 1_000;

/** Rows that can be read, and how many there were: one odd row must not cost the list. */
export const rowsOf = <T>(schema: z.ZodType<T>) =>
  z.array(z.unknown()).transform((items, context) => {
    const rows: T[] = [];
    for (const [at, item] of items.entries()) {
      const read = schema.safeParse(item);
      if (read.success) rows.push(read.data);
      if (at - rows.length < MOST_ODD) continue;
      context.addIssue("too many odd rows");
      return z.NEVER;
    }
    return { raw: items.length, rows };
  });

/** All rows or none: the first odd one ends the reading, as each of them would cost a hundred times what a good one does. */
export const wholeRowsOf = <T>(schema: z.ZodType<T>) =>
  z.array(z.unknown()).transform((items, context) => {
    const rows: T[] = [];
    for (const item of items) {
      const read = schema.safeParse(item);
      if (read.success) rows.push(read.data);
      else {
        context.addIssue("an odd row");
        return z.NEVER;
      }
    }
    return rows;
  });

export const says = <T>(value: T, complete?: boolean): Meant<T> =>
  complete === undefined ? { value } : { value, complete };
export const silent = (gap: Extract<Meant<never>, { gap: unknown }>["gap"]): Meant<never> => ({ gap });
