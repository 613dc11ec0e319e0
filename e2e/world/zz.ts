import { build } from "./build.ts";
import { generate } from "./generate.ts";
import { play } from "./play/play.ts";
import { PRESETS } from "./presets.ts";
import { tellTruth } from "./truth.ts";

for (const [n, p] of Object.entries(PRESETS)) {
  let t0 = performance.now();
  const s = generate(n, 1, p);
  const tg = performance.now() - t0;
  t0 = performance.now();
  const w = build(s, Date);
  const tb = performance.now() - t0;
  t0 = performance.now();
  const l = play(w, s.script, s.movedDaysAgo);
  const tp = performance.now() - t0;
  t0 = performance.now();
  const t = tellTruth(w, l);
  const tt = performance.now() - t0;
  const sizes = Object.values(s.followers)
    .map((f) => f.length)
    .sort((a, b) => b - a);
  const left = w.people.filter((x) => x.atOld === "yes").length;
  console.log(
    n,
    "D",
    sizes.length,
    "top1",
    (sizes[0]! / p.followers).toFixed(2),
    "single",
    (sizes.filter((x) => x === 1).length / sizes.length).toFixed(2),
    "left",
    (left / p.followers).toFixed(3),
    "missing",
    t.missing,
    "vis",
    t.visibleShare.toFixed(2),
    JSON.stringify(t.counts),
    [tg, tb, tp, tt].map(Math.round).join("/"),
    Math.round(process.memoryUsage().rss / 1e6) + "MB",
  );
}
