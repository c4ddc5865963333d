// The papers of an inspection: what was issued, and where its files are.
import { answer, http } from '../api/client';
import type { components } from '../api/schema';

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

/** Where the file of a paper is, or (`/qr`) its QR code. */
export const fileOf = (inspection: string, { code }: Paper, what: '' | '/qr' = ''): string =>
  `/api/inspections/${encodeURIComponent(inspection)}/papers/${code}${what}`;
