/** A small line of figures, 106 by 24: the highest touches the top, nothing is the bottom. */
export function sparkPath(values: number[]): string {
  const most = Math.max(1, ...values);
  const step = values.length > 1 ? 106 / (values.length - 1) : 0;
  return values
    .map(
      (value, i) =>
        `${i ? 'L' : 'M'}${(i * step).toFixed(1)} ${(22 - (20 * value) / most).toFixed(1)}`,
    )
    .join('');
}
