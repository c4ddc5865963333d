// BLAKE2b-256 (RFC 7693), so that a file is compared with what was issued on the reader's own device:
// browsers know SHA-2 only, and only over TLS. A 64-bit word is two 32-bit halves, low one first.

const iv = new Uint32Array([
  0xf3bcc908, 0x6a09e667, 0x84caa73b, 0xbb67ae85, 0xfe94f82b, 0x3c6ef372, 0x5f1d36f1, 0xa54ff53a,
  0xade682d1, 0x510e527f, 0x2b3e6c1f, 0x9b05688c, 0xfb41bd6b, 0x1f83d9ab, 0x137e2179, 0x5be0cd19,
]);

const sigma = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
  [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
  [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
  [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
  [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
  [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
  [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
  [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
  [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
  [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
] as const;

const columns = [
  [0, 4, 8, 12],
  [1, 5, 9, 13],
  [2, 6, 10, 14],
  [3, 7, 11, 15],
  [0, 5, 10, 15],
  [1, 6, 11, 12],
  [2, 7, 8, 13],
  [3, 4, 9, 14],
] as const;

const block = 128;
const length = 32;
const at = (words: Uint32Array, i: number): number => words[i] ?? 0;

/** v[a] += v[b] + x, as 64 bits. */
function add(v: Uint32Array, a: number, low: number, high: number): void {
  const sum = at(v, 2 * a) + low;
  v[2 * a + 1] = at(v, 2 * a + 1) + high + (sum > 0xffffffff ? 1 : 0);
  v[2 * a] = sum;
}

/** v[a] = (v[a] ^ v[b]) turned right by `by` bits. */
function turn(v: Uint32Array, a: number, b: number, by: number): void {
  let low = at(v, 2 * a) ^ at(v, 2 * b);
  let high = at(v, 2 * a + 1) ^ at(v, 2 * b + 1);
  if (by >= 32) [low, high] = [high, low];
  const n = by % 32;
  if (n === 0) {
    v[2 * a] = low;
    v[2 * a + 1] = high;
    return;
  }
  v[2 * a] = (low >>> n) | (high << (32 - n));
  v[2 * a + 1] = (high >>> n) | (low << (32 - n));
}

function compress(h: Uint32Array, m: Uint32Array, count: number, last: boolean): void {
  const v = new Uint32Array(32);
  v.set(h);
  v.set(iv, 16);
  v[24] = at(v, 24) ^ count;
  v[25] = at(v, 25) ^ Math.floor(count / 0x100000000);
  if (last) {
    v[28] = ~at(v, 28);
    v[29] = ~at(v, 29);
  }
  for (let round = 0; round < 12; round++) {
    const order = sigma[round % 10] ?? sigma[0];
    columns.forEach(([a, b, c, d], i) => {
      const x = order[2 * i] ?? 0;
      const y = order[2 * i + 1] ?? 0;
      add(v, a, at(v, 2 * b), at(v, 2 * b + 1));
      add(v, a, at(m, 2 * x), at(m, 2 * x + 1));
      turn(v, d, a, 32);
      add(v, c, at(v, 2 * d), at(v, 2 * d + 1));
      turn(v, b, c, 24);
      add(v, a, at(v, 2 * b), at(v, 2 * b + 1));
      add(v, a, at(m, 2 * y), at(m, 2 * y + 1));
      turn(v, d, a, 16);
      add(v, c, at(v, 2 * d), at(v, 2 * d + 1));
      turn(v, b, c, 63);
    });
  }
  for (let i = 0; i < 16; i++) h[i] = at(h, i) ^ at(v, i) ^ at(v, i + 16);
}

/** The digest in hexadecimal, as the register keeps it. */
export function blake2b(bytes: Uint8Array): string {
  const h = iv.slice();
  h[0] = at(h, 0) ^ 0x01010000 ^ length;
  const part = new Uint8Array(block);
  const view = new DataView(part.buffer);
  const words = new Uint32Array(32);
  for (let start = 0; start === 0 || start < bytes.length; start += block) {
    part.fill(0);
    part.set(bytes.subarray(start, start + block));
    for (let i = 0; i < 32; i++) words[i] = view.getUint32(4 * i, true);
    const end = Math.min(start + block, bytes.length);
    compress(h, words, end, end === bytes.length);
  }
  const out = new DataView(new ArrayBuffer(length));
  for (let i = 0; i < 8; i++) out.setUint32(4 * i, at(h, i), true);
  return Array.from(new Uint8Array(out.buffer), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
}
