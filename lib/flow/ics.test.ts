import { expect, it } from "vitest";
import { calendarFile } from "./ics.ts";

const NOW = "2026-11-20T14:02:00.000Z";
const unfold = (file: string) => file.replace(/\r\n /g, "");

it("folds lines by bytes, and loses nothing by it", () => {
  const text = "Grüße, 家を移す; ".repeat(20);
  const file = calendarFile("Test", [{ uid: "a", day: "2026-12-31", summary: "s", text }], NOW);
  for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(unfold(file)).toContain(`DESCRIPTION:${text.replace(/[;,]/g, "\\$&")}\r\n`);
});

it("is whole days, the year's last one too, and ends every line as calendars want", () => {
  const file = calendarFile(
    "Test",
    [{ uid: "a", day: "2026-12-31", summary: "One\nTwo", url: "https://new.test/x" }],
    NOW,
  );
  expect(file).toContain("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n");
  expect(file).toContain("DTSTAMP:20261120T140200Z\r\n");
  expect(file).toContain("SUMMARY:One\\nTwo\r\n");
  expect(file).toContain("URL:https://new.test/x\r\n");
  expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  expect(file.endsWith("END:VCALENDAR\r\n")).toBe(true);
});
