import { monitorEventLoopDelay } from "node:perf_hooks";
import { countsOf } from "#lib/flow/counts.ts";
import { type Figures, readFigures } from "#lib/store/check/figures.ts";
import type { Store } from "#lib/store/open/store.ts";
import { type Metric, prometheusText, type Sample } from "./text.ts";

export type Metrics = { text(): Promise<string> };

/** What the operator may watch. Opened only where somebody watches: the delay of the event loop costs a timer. */
export function openMetrics(store: Store, now: () => Date): Metrics {
  const delay = monitorEventLoopDelay();
  delay.enable();
  return {
    async text() {
      const trouble = await store.trouble.look();
      const figures = await readFigures(store, now());
      const longest = delay.max;
      delay.reset();
      const inTrouble = gauge(
        "store_trouble",
        "1 while the store is away, or what this process writes fails.",
        one(trouble === undefined ? 0 : 1),
      );
      return prometheusText([inTrouble, ...ofChecks(figures, now()), ...ofTraffic(), ...ofProcess(longest)]);
    },
  };
}

const gauge = (name: string, help: string, samples: readonly Sample[]): Metric => ({
  ...{ name: `housewarming_${name}`, help, type: "gauge", samples },
});

const one = (value: number): readonly Sample[] => [{ value }];

function ofChecks(figures: Figures, now: Date): readonly Metric[] {
  const { checks, oldestQueuedAt, waits, hostsPaused, hostsQuiet, mostUsed, missing } = figures;
  const waited = oldestQueuedAt ? Math.max(0, now.getTime() - oldestQueuedAt.getTime()) / 1_000 : 0;
  return [
    gauge("checks", "Checks that are kept, by state.", by("state", checks)),
    gauge("oldest_queued_seconds", "How long the check at the head of the queue has waited.", one(waited)),
    gauge("waits", "Hosts that checks wait for, by reason.", by("why", waits)),
    gauge("hosts_paused", "Hosts that are not asked for a while, because they did not answer.", one(hostsPaused)),
    gauge("hosts_quiet", "Hosts that are not asked for a while, because they wanted no more.", one(hostsQuiet)),
    gauge(
      "window_used",
      "Requests to the host that was asked most in its window of now, of 300 that it allows.",
      Object.entries(mostUsed).map(([window, value]) => ({ labels: { window }, value })),
    ),
    gauge(
      "missing",
      "Missing people in finished checks, by cause and certainty.",
      missing.map(({ cause, certainty, count }) => ({ labels: { cause, certainty }, value: count })),
    ),
  ];
}

const by = <Key extends string>(key: Key, found: readonly (Record<Key, string> & { count: number })[]) =>
  found.map((row) => ({ labels: { [key]: row[key] }, value: row.count }));

const counter = (name: string, help: string, label: string): Metric => ({
  ...{ name: `housewarming_${name}_total`, help, type: "counter" },
  samples: [...countsOf(name)].map(([value, count]) => ({ labels: { [label]: value }, value: count })),
});

const ofTraffic = (): readonly Metric[] => [
  counter("asked", "Requests to other servers, by how they were answered.", "answer"),
  counter("signatures_refused", "Servers that refused what we signed because of us, by status.", "status"),
  counter("notices", "Messages for browsers, by what became of them.", "end"),
  counter("visits", "Requests of visitors, by the limit that they count against.", "kind"),
  counter("refused", "Visitors turned away, by limit.", "limit"),
];

function ofProcess(longestDelay: number): readonly Metric[] {
  const { rss, heapUsed } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  const plain = (name: string, help: string, value: number, type: Metric["type"] = "gauge"): Metric => ({
    ...{ name, help, type, samples: one(value) },
  });
  return [
    plain("process_resident_memory_bytes", "Memory of the process.", rss),
    plain("process_cpu_seconds_total", "Processor time of the process.", (user + system) / 1e6, "counter"),
    plain("nodejs_heap_size_used_bytes", "Memory that JavaScript holds.", heapUsed),
    plain("nodejs_eventloop_lag_max_seconds", "Longest delay since the last look.", longestDelay / 1e9),
  ];
}
