// What a file is by its first bytes, whatever its name says, and why it cannot be filed: said before
// anything is sent. The server looks again, and closer.
import { mostBytes } from './shrink';

export type FileKind = 'pdf' | 'jpeg' | 'png';
export type Refusal = 'empty' | 'kind' | 'too_large' | 'not_certified';

const beginnings: [FileKind, number[]][] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

export async function kindOf(file: Blob): Promise<FileKind | null> {
  const first = new Uint8Array(await file.slice(0, 8).arrayBuffer());
  const found = beginnings.find(([, bytes]) => bytes.every((byte, i) => first[i] === byte));
  return found?.[0] ?? null;
}

/** A certified signature leaves the range of bytes that it covers inside the PDF. */
const isSigned = async (file: Blob): Promise<boolean> =>
  new TextDecoder('latin1').decode(await file.arrayBuffer()).includes('/ByteRange');

/** Why a copy would be refused; null: nothing speaks against it here. */
export async function refusalOf(file: Blob, certified: boolean): Promise<Refusal | null> {
  if (file.size === 0) return 'empty';
  const kind = await kindOf(file);
  if (!kind || (certified && kind !== 'pdf')) return certified ? 'not_certified' : 'kind';
  if (file.size > mostBytes) return 'too_large';
  return certified && !(await isSigned(file)) ? 'not_certified' : null;
}
