/** Two letters for a round face: "Operator Kecamatan" → "OK", "admin" → "AD". */
export function initials(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const letters =
    words.length > 1
      ? (words[0]?.[0] ?? '') + (words[1]?.[0] ?? '')
      : (words[0]?.slice(0, 2) ?? '');
  return letters.toUpperCase();
}
