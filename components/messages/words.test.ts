import { describe, expect, test } from "vitest";
import english from "#i18n/en.json";
import { WHY_NOT } from "#lib/domain/diagnosis/contact-rule.ts";
import { OWN_SETTINGS } from "#lib/messages/letters/letter.ts";
import { WHY_NO_LETTER } from "#lib/messages/letters/letter-rules.ts";
import { NO_ROOM } from "#lib/messages/plan-choice.ts";
import { NOT_TICKED } from "#lib/messages/preselect.ts";

describe("every reason has its words, and no words stand unused", () => {
  const { whyNot, leftOut, notTicked, whyNoLetter, setting } = english.messages;
  test.each([
    ["whyNot", WHY_NOT, whyNot],
    ["leftOut", NO_ROOM, leftOut],
    ["notTicked", NOT_TICKED, notTicked],
    ["whyNoLetter", WHY_NO_LETTER, whyNoLetter],
    ["setting", OWN_SETTINGS, setting],
  ] as const)("%s", (_, ids, words) => {
    expect(Object.keys(words).toSorted()).toEqual([...ids].toSorted());
  });
});
