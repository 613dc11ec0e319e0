// Servers write a hashtag as a link with the word in an element of its own.
const SIGN = /#(?:<[^<>]*>)*(?:nobots?|nohousewarming)\b/i;

/** A profile that asks tools to keep away. Nothing at all where it does not, as for a field left out. */
export const asksToolsAway = (texts: readonly (string | undefined)[]): true | undefined =>
  texts.some((text) => text !== undefined && SIGN.test(text)) || undefined;
