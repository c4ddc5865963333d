// Every request about an inspection. The acts answer with the room as it is afterwards.
import { answer, http } from '../api/client';
import type { Acts, Evidence, InspectionList, Instruction, Me, Room } from './types';

// One act, one route: their bodies are told apart by Acts, which the client's own types cannot.
type Post = (
  path: string,
  options: { params: { path: Record<string, string> }; body: unknown },
) => Promise<{ data?: Room; error?: unknown; response: Response }>;
const post = http.POST as unknown as Post;

export const listInspections = (): Promise<InspectionList> => answer(http.GET('/api/inspections'));

export const readRoom = (inspection: string): Promise<Room> =>
  answer(http.GET('/api/inspections/{inspection}', { params: { path: { inspection } } }));

export const readMe = (inspection: string): Promise<Me> =>
  answer(http.GET('/api/inspections/{inspection}/me', { params: { path: { inspection } } }));

export const readEvidence = (inspection: string, agency: string): Promise<Evidence> =>
  answer(
    http.GET('/api/inspections/{inspection}/agencies/{agency}', {
      params: { path: { inspection, agency } },
    }),
  );

/** Does one of the acts; gives the room as it is then. */
export async function act<Name extends keyof Acts>(
  inspection: string,
  name: Name,
  body: Acts[Name],
): Promise<Room> {
  const path = `/api/inspections/{inspection}/${name}`;
  return answer(post(path, { params: { path: { inspection } }, body }));
}

/** Says how an instruction stands. */
export const changeInstruction = (
  inspection: string,
  item: number,
  state: Instruction['state'],
  note = '',
): Promise<Room> =>
  answer(
    http.POST('/api/inspections/{inspection}/instructions/{item}', {
      params: { path: { inspection, item } },
      body: { state, ...(note ? { note } : {}) },
    }),
  );
