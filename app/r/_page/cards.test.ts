import { expect, it } from "vitest";
import { keepCards } from "./cards.ts";

function drawing(failures = 0) {
  const drawn: string[] = [];
  const cardOf = keepCards(async (line) => {
    drawn.push(line);
    if (drawn.length <= failures) throw new Error("no font");
    return new ArrayBuffer(8);
  });
  return { drawn, cardOf };
}

it("draws a card once for two hundred readers at once", async () => {
  const { drawn, cardOf } = drawing();
  const given = await Promise.all(Array.from({ length: 200 }, () => cardOf("Ada has moved")));
  expect(drawn).toEqual(["Ada has moved"]);
  expect(new Set(given).size).toBe(1);
  await cardOf("Ada has moved");
  await cardOf("Bo has moved");
  expect(drawn).toEqual(["Ada has moved", "Bo has moved"]);
});

it("draws again what could not be drawn", async () => {
  const { drawn, cardOf } = drawing(1);
  await expect(cardOf("Ada has moved")).rejects.toThrow("no font");
  await cardOf("Ada has moved");
  expect(drawn).toHaveLength(2);
});

it("keeps two hundred and forgets the one not asked for longest", async () => {
  const { drawn, cardOf } = drawing();
  for (let n = 0; n <= 200; n++) await cardOf(`${n}`);
  await cardOf("200");
  expect(drawn).toHaveLength(201);
  await cardOf("0");
  expect(drawn).toHaveLength(202);
});
