// A quarantined row as it came: its bytes in three pieces, the middle one being what could not be read.

export type Piece = { text: string; marked: boolean };

const visible: [RegExp, string][] = [
  [/\t/g, ' ⇥ '],
  [/\r/g, '␍'],
  [/\n/g, '␊'],
  [/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '·'],
];

function shown(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8').decode(bytes);
  return visible.reduce((done, [what, sign]) => done.replace(what, sign), text);
}

/** Cuts at byte positions, as the server counts them; bytes that are no UTF-8 show as �. */
export function rawPieces(base64: string, from: number, to: number): Piece[] {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  return [
    { text: shown(bytes.subarray(0, from)), marked: false },
    { text: shown(bytes.subarray(from, to)), marked: true },
    { text: shown(bytes.subarray(to)), marked: false },
  ].filter((piece) => piece.text !== '');
}
