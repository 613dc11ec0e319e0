"use client";

import { useState } from "react";
import { type ReadList, readExport, readRows } from "./read-list.ts";

export type ListFile = ReadList & { readonly name: string };

/** The parser of tables is fetched only when somebody hands in a file. */
export function useListFile(onRead: (list: ReadList) => void) {
  const [file, setFile] = useState<ListFile | "failed">();
  const choose = async (chosen: File | undefined) => {
    if (!chosen) return;
    const list = await read(chosen).catch(() => null);
    if (!list) return setFile("failed");
    setFile({ ...list, name: chosen.name });
    onRead(list);
  };
  return { file, choose };
}

async function read(chosen: File): Promise<ReadList> {
  const text = await chosen.text();
  return readExport(text) ?? readRows((await import("papaparse")).default.parse<string[]>(text.trim()).data);
}
