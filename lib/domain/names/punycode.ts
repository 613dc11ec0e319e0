// `URL` turns every name into ASCII and never back; to show a name as its readers write it, one label is decoded here (RFC 3492).
const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const FIRST_BIAS = 72;
const FIRST_CODE_POINT = 128;
const LAST_CODE_POINT = 0x10ffff;

/** The part of a label after `xn--`, or null where it is not well formed. */
export function decodeLabel(encoded: string): string | null {
  const cut = encoded.lastIndexOf("-");
  const output = cut > 0 ? [...encoded.slice(0, cut)].map((letter) => letter.codePointAt(0) ?? 0) : [];
  return insertAll(output, cut > 0 ? encoded.slice(cut + 1) : encoded.replace(/^-/, ""));
}

function insertAll(output: number[], digits: string): string | null {
  let state = { codePoint: FIRST_CODE_POINT, position: 0, bias: FIRST_BIAS };
  for (let at = 0; at < digits.length; ) {
    const delta = readDelta(digits, at, state.bias);
    if (delta === null) return null;
    const length = output.length + 1;
    const place = state.position + delta.value;
    const codePoint = state.codePoint + Math.floor(place / length);
    if (codePoint > LAST_CODE_POINT || (codePoint >= 0xd800 && codePoint <= 0xdfff)) return null;
    output.splice(place % length, 0, codePoint);
    state = { codePoint, position: (place % length) + 1, bias: adapt(delta.value, length, at === 0) };
    at = delta.next;
  }
  return String.fromCodePoint(...output);
}

/** One number of variable length, least significant digit first. */
function readDelta(digits: string, from: number, bias: number): { value: number; next: number } | null {
  let value = 0;
  let weight = 1;
  for (let at = from, step = BASE; at < digits.length; at++, step += BASE) {
    const digit = "abcdefghijklmnopqrstuvwxyz0123456789".indexOf(digits.charAt(at));
    if (digit < 0) return null;
    value += digit * weight;
    if (!Number.isSafeInteger(value)) return null;
    const threshold = Math.min(T_MAX, Math.max(T_MIN, step - bias));
    if (digit < threshold) return { value, next: at + 1 };
    weight *= BASE - threshold;
  }
  return null;
}

function adapt(delta: number, length: number, first: boolean): number {
  let rest = Math.floor(first ? delta / DAMP : delta / 2);
  rest += Math.floor(rest / length);
  let bias = 0;
  for (; rest > ((BASE - T_MIN) * T_MAX) / 2; bias += BASE) rest = Math.floor(rest / (BASE - T_MIN));
  return bias + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}
