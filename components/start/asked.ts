import { defined } from "#lib/flow/defined.ts";
import { FIELDS, type FieldName, type FieldProblems, problemCode, WITH_FILE } from "./problems.ts";

export type Query = Readonly<Record<string, string | string[] | undefined>>;
export type StartQuery = {
  readonly planned: boolean;
  readonly values: Partial<Record<FieldName | (typeof WITH_FILE)[number], string>>;
  readonly problems: FieldProblems;
};

/** The page shows no more of a value, so a longer one is not handed to it: half a list would pass for a whole one. */
export const LONGEST = 2_000;

/** What a link or a refused form brings to the start page: values to show again, and codes of what to mend. */
export function readAsked(query: Query): StartQuery {
  const one = (name: string) => [query[name]].flat()[0]?.slice(0, LONGEST);
  const pick = <F extends string, T>(fields: readonly F[], read: (field: F) => T | undefined) =>
    Object.fromEntries(
      fields.flatMap((field) => {
        const value = read(field);
        return value === undefined ? [] : [[field, value]];
      }),
    );
  // A share sheet hands over a link or a text, and knows none of our fields.
  const shared = one("url") || one("text");
  return {
    planned: one("mode") === "planned",
    values: { ...defined({ old: shared || undefined }), ...pick([...FIELDS, ...WITH_FILE], one) },
    problems: pick(FIELDS, (field) => {
      const code = one(`error.${field}`);
      return code === undefined ? undefined : problemCode(code);
    }),
  };
}
