import type { MessagesViewProps } from "#components/messages/messages-view.tsx";
import { readConfig } from "#lib/config.ts";
import type { Report } from "#lib/contract/report.ts";
import type { OpenCheck } from "../open-check.ts";

export async function readLetters(_: OpenCheck, __: Report, now: string): Promise<MessagesViewProps["letters"]> {
  return { howUrl: `${readConfig(process.env).publicUrl}/how/blocks`, now, memory: {} };
}
