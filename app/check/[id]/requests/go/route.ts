import { ownerWrites } from "../../../../api/_http/owner.ts";
import { leaveFor } from "../../leave-for.ts";

/** The form's own way to `POST /api/checks/:id/requests/accept`. */
export const POST = ownerWrites(async ({ id, key, opened }) =>
  leaveFor(await opened.signIns.beginLetIn(id, key), `/check/${id}/requests`, opened.config),
);
