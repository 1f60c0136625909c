/** Where a key leads in a list of so many rows, or null when it leads nowhere. */
export function stepped(from: number, key: string, count: number): number | null {
  if (from < 0 || count === 0) {
    return null;
  }
  const to = new Map([
    ["ArrowDown", Math.min(from + 1, count - 1)],
    ["ArrowUp", Math.max(from - 1, 0)],
    ["Home", 0],
    ["End", count - 1],
  ]);
  return to.get(key) ?? null;
}

/** Sorted indexes with one more among them; -1 for none. */
export function withIndex(indexes: readonly number[], one: number): number[] {
  return one < 0 || indexes.includes(one) ? [...indexes] : [...indexes, one].sort((a, b) => a - b);
}
