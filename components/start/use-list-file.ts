"use client";

import { useState } from "react";
import { type ReadList, readExport, readRows } from "./read-list.ts";

export type ListFile = ReadList & { readonly name: string };

/** The parser of tables is fetched only when somebody hands in a file. */
export function useListFile(onRead: (list: ReadList) => void) {
  const [file, setFile] = useState<ListFile>();
  const choose = async (chosen: File | undefined) => {
    if (!chosen) return;
    const text = await chosen.text();
    const list = readExport(text) ?? readRows((await import("papaparse")).default.parse<string[]>(text.trim()).data);
    setFile({ ...list, name: chosen.name });
    onRead(list);
  };
  return { file, choose };
}
