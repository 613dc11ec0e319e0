import { expect, it } from "vitest";
import { openPlaces } from "./places.ts";

function openTest(most: number) {
  const places = openPlaces(most);
  const went: number[] = [];
  const take = (number: number) => places.take(number).then(() => void went.push(number));
  return { ...places, take, went };
}

it("lets in as many as there is room for, and then the lowest number that waits", async () => {
  const { take, leave, went } = openTest(2);
  const [one, two, nine, three] = [take(1), take(2), take(9), take(3)];
  await Promise.all([one, two]);
  expect(went).toEqual([1, 2]);
  leave(2);
  await three;
  expect(went).toEqual([1, 2, 3]);
  leave(1);
  await nine;
  expect(went).toEqual([1, 2, 3, 9]);
});

it("is asked for twice by one who needs it once", async () => {
  const { take, went } = openTest(2);
  await Promise.all([take(1), take(1), take(2)]);
  expect(went).toEqual([1, 1, 2]);
});

it("holds nobody up who wants no place any more, and keeps none for him", async () => {
  const { take, leave, went } = openTest(1);
  await take(1);
  const [two, three] = [take(2), take(3)];
  leave(2);
  await two;
  expect(went).toEqual([1, 2]);
  leave(1);
  await three;
  expect(went).toEqual([1, 2, 3]);
});
