import { planAsCalendar } from "#lib/messages/calendar.ts";
import { ownerWrites } from "../../../../api/_http/owner.ts";
import { planFile } from "../plan-file.ts";

export const POST = ownerWrites((call) =>
  planFile(call, { type: "text/calendar", name: "housewarming-plan.ics", write: planAsCalendar }),
);
