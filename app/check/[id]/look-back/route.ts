import { keepKey, keyOf } from "../../../api/_http/key.ts";
import { makeCheck } from "../../../api/_http/make-check.ts";
import { ownerWrites } from "../../../api/_http/owner.ts";
import { seeOther } from "../see-other.ts";

/** One press: the comparison is made, its key goes into a cookie as with every new check, and the answer is its page. */
export const POST = ownerWrites(async ({ request, id, key, opened }) => {
  const { checks, config } = opened;
  const made = await makeCheck(request, opened, () => checks.lookBack(id, key, (other) => keyOf(request, other)));
  if (made === null || made === "not-now") return seeOther(`/check/${id}`);
  if (made === "busy") return seeOther(`/check/${id}?busy=1#look-back`);
  if ("there" in made) return seeOther(`/check/${made.there}`);
  if (!made.ok) return seeOther(`/check/${id}`);
  const answer = seeOther(`/check/${made.created.id}`);
  keepKey(answer.headers, request, made.created.id, made.created.key, config);
  return answer;
});
