/** A shell pattern against a name, without a regular expression: the pattern is a stranger's and must not cost time. */
export function matchesGlob(pattern: string, name: string): boolean {
  const parts = readParts(pattern);
  let part = 0;
  let retry: { part: number; at: number } | null = null;
  for (let at = 0; at < name.length; ) {
    const wanted = parts[part];
    if (wanted === "any") {
      retry = { part: ++part, at };
    } else if (wanted?.(name.charAt(at))) {
      part++;
      at++;
    } else if (retry) {
      retry = { part: retry.part, at: retry.at + 1 };
      ({ part, at } = retry);
    } else return false;
  }
  return parts.slice(part).every((rest) => rest === "any");
}

type Part = "any" | ((letter: string) => boolean);

function readParts(pattern: string): readonly Part[] {
  return (pattern.match(/\*+|\?|\[[!^]?[^\]]+\]|[\s\S]/g) ?? []).map((token): Part => {
    if (token.startsWith("*")) return "any";
    if (token === "?") return () => true;
    return token.length > 1 ? readSet(token.slice(1, -1)) : (letter) => letter === token;
  });
}

function readSet(text: string): Part {
  const without = /^[!^]/.test(text);
  const ranges = (without ? text.slice(1) : text).match(/.-.|./gsu) ?? [];
  const holds = (letter: string) =>
    ranges.some((range) =>
      range.length === 3 ? letter >= range.charAt(0) && letter <= range.charAt(2) : letter === range,
    );
  return (letter) => holds(letter) !== without;
}
