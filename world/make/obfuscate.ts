/** Mastodon stars out the middle half of a name and leaves the dots. */
export function starMiddle(name: string): string {
  const visible = Math.floor(name.length / 4);
  return [...name]
    .map((char, at) => (at > visible && at < name.length - visible && char !== "." ? "*" : char))
    .join("");
}

/** GoToSocial stars out every position by two small numbers, dots as well. */
export const starRhythm = (name: string): string =>
  [...name].map((char, at) => (at % 3 === 1 || at % 5 === 1 ? "*" : char)).join("");

/** Akkoma leaves three letters at both ends and every dot; of short names it leaves less. */
export function starInside(name: string): string {
  const [first, last] = name.length > 7 ? [3, 3] : (OF_SHORT[name.length] ?? [1, 1]);
  const hidden = (char: string, at: number) => char !== "." && at >= first && at < name.length - last;
  return [...name].map((char, at) => (hidden(char, at) ? "*" : char)).join("");
}
const OF_SHORT: Readonly<Record<number, readonly [number, number]>> = { 7: [2, 2], 6: [2, 2], 5: [1, 2] };
