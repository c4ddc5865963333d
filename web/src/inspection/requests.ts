// Every request about an inspection. The acts answer with the room as it is afterwards.
import { answer, http } from '../api/client';
import type {
  Claim,
  Evidence,
  Group,
  Headcount,
  InspectionList,
  Instruction,
  Me,
  OrderRule,
  Room,
  Source,
  Turn,
} from './types';

type Said = { group: Group } & Pick<
  Headcount,
  'present' | 'sick' | 'permit' | 'leave' | 'duty_travel' | 'other' | 'missing'
>;

/** What may be done in a room: the last part of the address, and what it takes. */
export type Acts = {
  open: { order?: OrderRule };
  close: { text?: string };
  calls: { agency: string };
  turns: { agency: string; turn: Turn; name?: string; post?: string };
  order: { rule: OrderRule } | { agency: string; place: number };
  answers: { agency: string; name?: string; post?: string };
  statements: { agency: string; source: Source; by?: string; post?: string; groups: Said[] };
  confirmations: { agency: string };
  reasons: {
    agency: string;
    by?: string;
    reasons: { number: string; claim: Claim; note?: string }[];
  };
  notes: { text: string; agency?: string };
  instructions: {
    text: string;
    owner: string;
    agency?: string;
    deadline?: string;
    working_days?: number;
  };
  programmes: {
    item?: number;
    agency: string;
    title: string;
    unit?: string;
    done: number;
    total: number;
    target?: string;
    blocker?: string;
  };
};

type Loose = (
  path: string,
  options?: { params?: { path: Record<string, string | number> }; body?: unknown },
) => Promise<{ data?: unknown; error?: unknown; response: Response }>;
const GET = http.GET as unknown as Loose;
const POST = http.POST as unknown as Loose;
const read = async <T>(path: string, params: Record<string, string> = {}): Promise<T> =>
  (await answer(GET(path, { params: { path: params } }))) as T;

export const listInspections = (): Promise<InspectionList> => read('/api/inspections');

export const readRoom = (inspection: string): Promise<Room> =>
  read('/api/inspections/{inspection}', { inspection });

export const readMe = (inspection: string): Promise<Me> =>
  read('/api/inspections/{inspection}/me', { inspection });

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
export async function changeInstruction(
  inspection: string,
  item: number,
  state: Instruction['state'],
): Promise<Room> {
  const path = '/api/inspections/{inspection}/instructions/{item}';
  const params = { path: { inspection, item } };
  return (await answer(POST(path, { params, body: { state } }))) as Room;
}
