"use client";

import { useEffect, useRef, useState } from "react";
import type { ParsedHandle } from "#lib/domain/names/handle.ts";
import { usePreview } from "./preview/use-preview.ts";
import { codeOf, type ProblemCode } from "./problems.ts";
import { useParser } from "./use-parser.ts";

function pairOf([one, other, ...more]: readonly ParsedHandle[] = []): readonly [string, string] | undefined {
  return one?.ok && other?.ok && more.length === 0 ? [`@${one.handle.acct}`, `@${other.handle.acct}`] : undefined;
}

/** One address field: its text, what it means, what is wrong with it, and what its server shows. */
export function useAddress(refused: ProblemCode | undefined) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [left, setLeft] = useState(false);
  const [mended, setMended] = useState(false);
  useEffect(() => setText(input.current?.value ?? ""), []);

  const isWritten = text.trim() !== "";
  const parser = useParser(isWritten);
  const parsed = isWritten ? parser?.parseHandle(text) : undefined;
  const handle = parsed?.ok ? parsed.handle : undefined;
  const wrong = parsed && !parsed.ok && left ? codeOf(parsed.error) : undefined;

  return {
    input,
    text,
    handle,
    /** Old and new, where both were pasted at once. */
    pair: parsed?.ok === false ? pairOf(parser?.parseHandles(text)) : undefined,
    look: usePreview(handle?.acct),
    /** Praise early, blame late: only once the field was left, or as long as a refused value stands. */
    problem: wrong ?? (mended ? undefined : refused),
    type(next: string) {
      setText(next);
      setMended(true);
      if (parser?.parseHandle(next).ok) setLeft(false);
    },
    leave: () => setLeft(true),
    fill(next: string) {
      if (input.current) input.current.value = next;
      setText(next);
      setMended(true);
    },
  };
}
export type AddressState = ReturnType<typeof useAddress>;

export const previewOf = ({ look }: AddressState) =>
  look.state === "found" && !look.preview.gap ? look.preview : undefined;

export const fieldOf = ({ input, look, problem, handle, type, leave, fill }: AddressState) => ({
  input,
  look,
  problem,
  host: handle?.host,
  onType: type,
  onLeave: leave,
  onUse: fill,
});
