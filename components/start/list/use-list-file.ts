"use client";

import { useState } from "react";
import type { ReadList } from "./read-list.ts";

export type ListFile = ReadList & { readonly name: string };

/** What reads a file is fetched only when somebody hands one in. */
export function useListFile(onRead: (list: ReadList) => void) {
  const [file, setFile] = useState<ListFile | "failed">();
  const choose = async (chosen: File | undefined) => {
    if (!chosen) return;
    const list = await read(chosen).catch(() => null);
    if (!list) return setFile("failed");
    setFile({ ...list, name: chosen.name });
    onRead(list);
  };
  return { file, choose, forget: () => setFile(undefined) };
}

async function read(chosen: File): Promise<ReadList> {
  const [text, { readExport, readRows }] = await Promise.all([chosen.text(), import("./read-list.ts")]);
  return readExport(text) ?? readRows((await import("papaparse")).default.parse<string[]>(text.trim()).data);
}
