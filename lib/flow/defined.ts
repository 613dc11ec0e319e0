type Given<T> = { [Key in keyof T]?: Exclude<T[Key], undefined | null> };

/** The fields that hold something. Facts are stored as JSON, and a field left out means "not said". */
export function given<T extends object>(fields: T): Given<T> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(entries) as Given<T>; // sound: keys and values are those of `fields`
}
