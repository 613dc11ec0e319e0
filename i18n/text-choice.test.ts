import { expect, test } from "vitest";
import { keepTextChoice, readTextChoice } from "./text-choice.ts";

test("each part of the messages keeps a language of its own", () => {
  expect(readTextChoice("names.en~admins.en")).toEqual({ names: "en", admins: "en" });
  expect(keepTextChoice("names.en", "admins.en")).toBe("names.en~admins.en");
  expect(keepTextChoice("names.en~admins.en", "names.en")).toBe("names.en~admins.en");
});

test.each([null, "", "names", "names.tlh", "everything.en", "names.en-XA", ".~.~", `${"~".repeat(300)}names.en`])(
  "%j chooses nothing",
  (asked) => {
    expect(readTextChoice(asked)).toEqual({});
    expect(keepTextChoice("names.en", asked)).toBeNull();
  },
);
