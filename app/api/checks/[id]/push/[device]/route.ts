import { MOST_BROWSERS, PushInput } from "#lib/contract/push.ts";
import { done } from "../../../../_http/answer.ts";
import { readJson } from "../../../../_http/body.ts";
import { ownerReads, ownerWrites } from "../../../../_http/owner.ts";
import { notFound, problem } from "../../../../_http/problem.ts";

export const PUT = ownerWrites<"device">(async ({ request, at, id, key, opened: { checks, pushes } }) => {
  const state = await checks.state(id, key);
  if (!state) return notFound();
  const wanted = await readJson(request, PushInput);
  if (!wanted.ok) return wanted.response;
  if (!pushes || !state.looks) return problem(409, { detail: "This check tells no browser anything." });
  const end = await pushes.subscribe(id, at.device, wanted.value);
  if (end === "cannot") return problem(422, { fields: { endpoint: "other" } });
  return end === "kept"
    ? done(204)
    : problem(409, { detail: `${MOST_BROWSERS} browsers are told already.`, fields: { device: "too-many" } });
});

export const GET = ownerReads<"device">(async ({ at, id, key, opened: { checks, pushes } }) =>
  (await checks.opens(id, key)) && (await pushes?.has(id, at.device)) ? done(204) : notFound(),
);

export const DELETE = ownerWrites<"device">(async ({ at, id, key, opened: { checks, pushes } }) =>
  (await checks.opens(id, key)) && (await pushes?.unsubscribe(id, at.device)) ? done(204) : notFound(),
);
