import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { GROUP_NAMES } from "./group-look.ts";

type Three = readonly [number, number, number];
type Matrix = readonly [Three, Three, Three];

/** Machado, Oliveira and Fernandes (2009), full severity, on linear light. */
const SIGHTS: Readonly<Record<string, Matrix>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
const TO_LMS: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const TO_LAB: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
const LUMINANCE: Three = [0.2126, 0.7152, 0.0722];

const dot = (one: Three, other: Three): number => one[0] * other[0] + one[1] * other[1] + one[2] * other[2];
const times = (matrix: Matrix, color: Three): Three => [
  dot(matrix[0], color),
  dot(matrix[1], color),
  dot(matrix[2], color),
];
const each = (color: Three, change: (part: number) => number): Three => [
  change(color[0]),
  change(color[1]),
  change(color[2]),
];

function linear(hex: string): Three {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return each([part(1), part(3), part(5)], (one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
}

function seenAs(color: Three, sight: Matrix): Three {
  const seen = each(times(sight, color), (part) => Math.min(1, Math.max(0, part)));
  return times(TO_LAB, each(times(TO_LMS, seen), Math.cbrt));
}

function contrast(one: Three, other: Three): number {
  const [dark = 0, light = 0] = [dot(LUMINANCE, one), dot(LUMINANCE, other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const css = readFileSync("app/design/tokens.css", "utf8");
const THEMES = { light: 1, dark: 2 } as const;
const colorOf = (name: string, theme: keyof typeof THEMES): Three => {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css);
  return linear(found?.[THEMES[theme]] ?? expect.fail(`no colour ${name}`));
};

const LEAST_DISTANCE = 10;
const LEAST_CONTRAST = 3;
const PAIRS = GROUP_NAMES.flatMap((one, at) => GROUP_NAMES.slice(at + 1).map((other) => [one, other] as const));

describe.each(Object.keys(THEMES) as (keyof typeof THEMES)[])("the colours of the groups, %s", (theme) => {
  it.each(Object.entries(SIGHTS))("are told apart by %s sight", (_, sight) => {
    const near = PAIRS.filter(([one, other]) => {
      const [a, b] = [one, other].map((group) => seenAs(colorOf(`group-${group}`, theme), sight)) as [Three, Three];
      return 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) < LEAST_DISTANCE;
    });
    expect(near).toEqual([]);
  });

  it("stand out from what they lie on", () => {
    const faint = GROUP_NAMES.filter((group) =>
      ["card", "page", "sunk"].some(
        (ground) => contrast(colorOf(`group-${group}`, theme), colorOf(ground, theme)) < LEAST_CONTRAST,
      ),
    );
    expect(faint).toEqual([]);
  });
});
