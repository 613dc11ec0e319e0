/** `names("n", 3)`: n1, n2, n3. */
export const names = (letter: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${letter}${at + 1}`);
