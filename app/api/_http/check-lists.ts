import { pause } from "#lib/flow/pause.ts";

/** A schema looks at a list in one piece, and makes an error of every odd item in it. */
const FEW = 1_000;
const BITE = 10_000;
const LONGEST = 500;

type Fields = Readonly<Record<string, unknown>>;
type Checked = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

/**
 * Checks a body whose `before.handles` may be very long: its items are looked at in bites, and the schema sees the rest.
 * Where one of them is odd, the schema sees the list up to that one and says what is wrong.
 */
export async function checkLists<C extends Checked>(body: unknown, check: (body: unknown) => C): Promise<C> {
  const before = fieldsIn(fieldsIn(body)?.before);
  const handles = before?.handles;
  if (!before || !Array.isArray(handles) || handles.length <= FEW || handles.length > MOST) return check(body);
  const withHandles = (list: readonly unknown[]) => ({ ...fieldsIn(body), before: { ...before, handles: list } });
  for (const [at, item] of handles.entries()) {
    if (at % BITE === BITE - 1) await pause();
    if (typeof item !== "string" || item.length > LONGEST) return check(withHandles(handles.slice(0, at + 1)));
  }
  const checked = check(withHandles([]));
  return checked.ok ? { ...checked, value: put(checked.value, handles) } : checked;
}

/** As many as the contract takes: of more the schema has to say so. */
const MOST = 200_000;

function put(value: unknown, handles: readonly unknown[]): unknown {
  const read = fieldsIn(value);
  const before = fieldsIn(read?.before);
  return before ? { ...read, before: { ...before, handles } } : value;
}

const fieldsIn = (value: unknown): Fields | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
