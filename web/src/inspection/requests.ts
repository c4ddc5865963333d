// Every request about an inspection. The acts answer with the room as it is afterwards.
import { answer, http } from '../api/client';
import type { Acts, Evidence, InspectionList, Instruction, Me, Room } from './types';

type Loose = (
  path: string,
  options?: { params?: { path: Record<string, string | number> }; body?: unknown },
) => Promise<{ data?: unknown; error?: unknown; response: Response }>;
const GET = http.GET as unknown as Loose;
const POST = http.POST as unknown as Loose;
const read = async <T>(path: string, params: Record<string, string> = {}): Promise<T> =>
  (await answer(GET(path, { params: { path: params } }))) as T;

export const listInspections = (): Promise<InspectionList> => answer(http.GET('/api/inspections'));

export const readRoom = (inspection: string): Promise<Room> =>
  answer(http.GET('/api/inspections/{inspection}', { params: { path: { inspection } } }));

export const readMe = (inspection: string): Promise<Me> =>
  answer(http.GET('/api/inspections/{inspection}/me', { params: { path: { inspection } } }));

export const readEvidence = (inspection: string, agency: string): Promise<Evidence> =>
  read('/api/inspections/{inspection}/agencies/{agency}', { inspection, agency });

/** Does one of the acts; gives the room as it is then. */
export async function act<Name extends keyof Acts>(
  inspection: string,
  name: Name,
  body: Acts[Name],
): Promise<Room> {
  const path = `/api/inspections/{inspection}/${name}`;
  return (await answer(POST(path, { params: { path: { inspection } }, body }))) as Room;
}

/** Says how an instruction stands. */
export const changeInstruction = (
  inspection: string,
  item: number,
  state: Instruction['state'],
): Promise<Room> =>
  answer(
    http.POST('/api/inspections/{inspection}/instructions/{item}', {
      params: { path: { inspection, item } },
      body: { state },
    }),
  );
