import { expect, test } from "vitest";
import { prometheusText } from "./text.ts";

test("figures are written as Prometheus reads them, strangers' signs escaped", () => {
  const text = prometheusText([
    {
      ...{ name: "a_total", help: "Two\nlines.", type: "counter" },
      samples: [{ value: 1 }, { labels: { why: 'a "b"\\', who: "x" }, value: 2.5 }],
    },
    { name: "empty", help: "Nothing.", type: "gauge", samples: [] },
  ]);
  expect(text).toBe(
    [
      "# HELP a_total Two\\nlines.",
      "# TYPE a_total counter",
      "a_total 1",
      'a_total{why="a \\"b\\"\\\\",who="x"} 2.5',
      "# HELP empty Nothing.",
      "# TYPE empty gauge",
      "",
    ].join("\n"),
  );
});
