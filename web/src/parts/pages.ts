/** The page numbers to show: the first, the last, those around the current one; 0 for a gap. */
export function pageNumbers(current: number, last: number): number[] {
  const near = new Set([1, last, current - 1, current, current + 1]);
  if (current <= 2) near.add(3);
  const shown = [...near].filter((n) => n >= 1 && n <= last).sort((a, b) => a - b);
  return shown.flatMap((n, i) => {
    const before = shown[i - 1];
    if (before === undefined || n === before + 1) return [n];
    return n === before + 2 ? [n - 1, n] : [0, n];
  });
}
