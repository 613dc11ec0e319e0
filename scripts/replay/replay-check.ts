import type { Config } from "#lib/config.ts";
import type { NewCheck } from "#lib/contract/check-input.ts";
import { defined } from "#lib/flow/defined.ts";
import { replaying, type StorePlace } from "#lib/wire.ts";
import { SILENT } from "../check/progress.ts";
import { type Ran, runCheck } from "../check/run.ts";
import type { Recordings } from "./read-recordings.ts";

/** A name nobody has: it is only there so that questions are signed which were signed then. */
const SIGNS_AS = "https://replay.example";

type ReplayOptions = { readonly place?: StorePlace; readonly replay?: ReturnType<typeof replaying> };

/** The same check again, by the clock of that day, from what was answered then. `unknown` was never answered. */
export async function replayCheck(
  config: Config,
  input: NewCheck,
  { exchanges, begun }: Recordings,
  { place, replay = replaying(exchanges) }: ReplayOptions = {},
): Promise<{ readonly ran: Ran; readonly unknown: readonly string[] }> {
  const behind = Date.now() - Date.parse(begun);
  const now = () => new Date(Date.now() - behind);
  const wasSigned = exchanges.some(({ request }) => request.signed);
  const signing = wasSigned ? { publicUrl: SIGNS_AS } : {};
  const given = { recording: { replay }, now, ...defined({ place }) };
  const ran = await runCheck({ ...config, ...signing, routes: "" }, input, SILENT, given);
  return { ran, unknown: replay.unknown.map(inWords) };
}

const inWords = ({ method, url, signed, body }: ReturnType<typeof replaying>["unknown"][number]): string =>
  [method, url, ...(body === undefined ? [] : [JSON.stringify(body)]), ...(signed ? ["(signed)"] : [])].join(" ");
