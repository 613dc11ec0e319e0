import type { Latencies } from "./latencies.ts";
import type { Load } from "./measure-load.ts";

const HEAD = [
  "| | page: answers, failed | median, 95 %, 99 %, most in ms | `/api/health`: median, 99 %, most | look-up: answers, median, most | listeners | memory | processor |",
  "|---|---|---|---|---|---|---|---|",
];

/** As it stands in `docs/measurements.md`. */
export function tableOf({ on, idleMb, phases }: Load): string {
  const rows = phases.map(({ what, page, health, lookUp, heard, peakMb, cpuMs }) =>
    row([
      `${on}: ${what}`,
      `${page.count}, ${page.errors}`,
      times(page, ["p50", "p95", "p99", "most"]),
      times(health, ["p50", "p99", "most"]),
      lookUp.count > 0 ? `${lookUp.count} (${lookUp.errors} failed), ${times(lookUp, ["p50", "most"])}` : "–",
      Object.entries(heard)
        .map(([state, all]) => `${all} ${state}`)
        .join(", ") || "–",
      `${peakMb.toFixed(0)} MB (${idleMb.toFixed(0)} before)`,
      `${(cpuMs / 1000).toFixed(1)} s`,
    ]),
  );
  return [...HEAD, ...rows].join("\n");
}

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
const times = (all: Latencies, which: readonly ("p50" | "p95" | "p99" | "most")[]): string =>
  which.map((one) => all[one]).join(", ");
