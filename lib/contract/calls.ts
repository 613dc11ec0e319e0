import type { ApiCall } from "./calls/call.ts";
import { CHECK_CALLS } from "./calls/checks.ts";
import { LOOK_CALLS } from "./calls/looks.ts";
import { PUBLIC_CALLS } from "./calls/public.ts";
import { RESULT_CALLS } from "./calls/results.ts";
import { SIGN_IN_CALLS } from "./calls/sign-in.ts";

/** The HTTP API. The OpenAPI document is made from this table, and a test holds it against the routes. */
export const CALLS: readonly ApiCall[] = [
  ...CHECK_CALLS,
  ...RESULT_CALLS,
  ...LOOK_CALLS,
  ...SIGN_IN_CALLS,
  ...PUBLIC_CALLS,
];
