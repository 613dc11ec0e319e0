import fc from "fast-check";

type Step = string | number;
const ODD: readonly unknown[] = [
  ...[undefined, null, true, 0, -1, 1e308, "", " ", [], {}, [[]], [null], [{}]],
  ...[
    "__proto__",
    "https://",
    "//",
    "@",
    "\u0000",
    "\ud800",
    "2026-13-45",
    "*.",
    "xn--",
    "javascript:1",
    "a".repeat(5_000),
  ],
];

/** A sound answer in which up to three places hold what nobody expects there, or nothing. */
export const mutated = (sound: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      fc.constantFrom(...sound),
      fc.array(fc.tuple(fc.nat(), fc.oneof(fc.constantFrom(...ODD), fc.jsonValue({ maxDepth: 1 }))), {
        minLength: 1,
        maxLength: 3,
      }),
    )
    .map(([value, changes]) => changes.reduce((so: unknown, [at, odd]) => changed(so, at, odd), value));

function changed(value: unknown, at: number, odd: unknown): unknown {
  const places = [...placesIn(value)];
  const place = places[at % places.length];
  return place ? replaced(value, place, odd) : odd;
}

function* placesIn(value: unknown, path: readonly Step[] = []): Generator<readonly Step[]> {
  if (path.length > 0) yield path;
  if (Array.isArray(value)) for (const [at, inner] of value.entries()) yield* placesIn(inner, [...path, at]);
  else if (typeof value === "object" && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* placesIn(inner, [...path, key]);
}

function replaced(value: unknown, [step, ...rest]: readonly Step[], odd: unknown): unknown {
  if (step === undefined) return odd;
  if (Array.isArray(value)) return value.map((inner, at) => (at === step ? replaced(inner, rest, odd) : inner));
  const given = value as Readonly<Record<string, unknown>>;
  return { ...given, [step]: replaced(given[step], rest, odd) };
}
