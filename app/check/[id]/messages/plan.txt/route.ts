import { planAsText } from "#lib/messages/plan-text.ts";
import { ownerWrites } from "../../../../api/_http/owner.ts";
import { planFile } from "../plan-file.ts";

export const POST = ownerWrites((call) =>
  planFile(call, {
    type: "text/plain",
    name: "housewarming-plan.txt",
    write: (plan, _, writer) => planAsText(plan, writer),
  }),
);
