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
