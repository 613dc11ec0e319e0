import type { z } from "zod";
import { Problem } from "../problem.ts";

/** One call of the HTTP API. */
export type ApiCall = {
  readonly method: "get" | "post" | "put" | "delete";
  readonly path: string;
  readonly summary: string;
  readonly owner?: true;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Null: no body. A text: its media type. */
  readonly answers: Readonly<Record<number, z.ZodType | string | null>>;
};

/** The key is none of this check, or there is no such check: nobody is told which. */
export const wrongKey = { 404: Problem };
