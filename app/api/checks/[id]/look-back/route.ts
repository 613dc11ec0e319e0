import { json } from "../../../_http/answer.ts";
import { keyOf } from "../../../_http/key.ts";
import { BUSY, makeCheck, RETRY_SECONDS } from "../../../_http/make-check.ts";
import { ownerWrites } from "../../../_http/owner.ts";
import { notFound, problem } from "../../../_http/problem.ts";

export const POST = ownerWrites(async ({ request, id, key, opened }) => {
  const made = await makeCheck(request, opened, () =>
    opened.checks.lookBack(id, key, (other) => keyOf(request, other)),
  );
  if (made === null) return notFound();
  if (made === "busy") return problem(429, { detail: BUSY, retryAfter: RETRY_SECONDS });
  if (made === "not-now") return problem(409, { detail: "This takes a finished check of a move that names people." });
  if ("there" in made) return problem(409, { detail: `The comparison was made: ${made.there}.` });
  return made.ok ? json(made.created, 201) : problem(422, { fields: made.fields });
});
