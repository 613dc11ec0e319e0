/** The start form's fields as the contract wants them. Numbers come as people type them: `1,200` or `1 200`. */
export function formInput(fields: Readonly<Record<string, string>>): unknown {
  const { old = "", new: neu, movedAt, count } = fields;
  const digits = count?.replace(/[^\d]/g, "");
  const candidates = Object.entries(fields).filter(([name]) => name.startsWith("candidate"));
  const shared = { old, ...(digits ? { before: { count: Number(digits) } } : {}) };
  if (candidates.length > 0) return { mode: "planned", ...shared, candidates: candidates.map(([, value]) => value) };
  return { mode: "moved", ...shared, ...(neu ? { new: neu } : {}), ...(movedAt ? { movedAt } : {}) };
}
