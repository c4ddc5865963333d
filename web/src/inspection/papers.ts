// The papers of an inspection: what was issued, and where its files are.
import { answer, http } from '../api/client';
import type { components } from '../api/schema';
import { upload } from '../upload/upload';

type Schemas = components['schemas'];

export type Papers = Schemas['InspectionPapers'];
export type Paper = Schemas['InspectionPaper'];

export const readPapers = (inspection: string): Promise<Papers> =>
  answer(http.GET('/api/inspections/{inspection}/papers', { params: { path: { inspection } } }));

/** Issues the minutes, or finds those that still hold; gives all papers as they are then. */
export const issueMinutes = (inspection: string, number: string): Promise<Papers> =>
  answer(
    http.POST('/api/inspections/{inspection}/papers', {
      params: { path: { inspection } },
      body: number ? { number } : {},
    }),
  );

/** The minutes that are in force, if there are any. */
export const validMinutes = ({ papers }: Papers): Paper | undefined =>
  papers.find(({ kind, status }) => kind === 'minutes' && status === 'valid');

export type Copy = Schemas['InspectionPaperCopy'];
export type CopyKind = Copy['kind'];

const path = (inspection: string, code: string) =>
  `/api/inspections/${encodeURIComponent(inspection)}/papers/${code}`;

/** What was signed otherwise and filed beside a paper, the first one first. */
export const readCopies = async (inspection: string, document: string): Promise<Copy[]> =>
  (
    await answer(
      http.GET('/api/inspections/{inspection}/papers/{document}/copies', {
        params: { path: { inspection, document } },
      }),
    )
  ).copies;

/** Files one; it stays. */
export const fileCopy = (
  inspection: string,
  code: string,
  kind: CopyKind,
  file: Blob,
  moved: (part: number) => void,
): Promise<void> => upload(`${path(inspection, code)}/copy?kind=${kind}`, file, moved);

export const copyOf = (inspection: string, code: string, number: number): string =>
  `${path(inspection, code)}/copies/${number}`;

/** Where the file of a paper is, its QR code (`/qr`), or what was filed last beside it (`/copy`). */
export const fileOf = (
  inspection: string,
  { code }: Paper,
  what: '' | '/qr' | '/copy' = '',
): string => `${path(inspection, code)}${what}`;
