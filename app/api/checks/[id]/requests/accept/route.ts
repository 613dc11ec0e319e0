import { done } from "../../../../_http/answer.ts";
import { ownerWrites } from "../../../../_http/owner.ts";
import { notFound } from "../../../../_http/problem.ts";
import { setOut } from "../../../../_http/set-out.ts";

export const POST = ownerWrites(async ({ id, key, opened }) =>
  setOut(await opened.signIns.beginLetIn(id, key), opened.config),
);

export const DELETE = ownerWrites(async ({ id, key, opened }) => {
  const stopped = await opened.signIns.stopLetIn(id, key);
  return stopped === null ? notFound() : done(204);
});
