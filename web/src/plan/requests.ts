// What is asked of the server while inspections are planned.
import { answer, http } from '../api/client';
import type { Inspection, Member, Room } from '../inspection/types';
import type { PlanBody } from './plan';

export type NewMember = Member & { account?: string; withdrawn?: boolean };
export type Delegation = {
  agency: string;
  account: string;
  from: string;
  to: string;
  name: string;
  title?: string;
  authority: string;
};

export const plan = (body: PlanBody): Promise<Inspection> =>
  answer(http.POST('/api/inspections', { body }));

const at = (inspection: string) => ({ params: { path: { inspection } } });

export const change = (inspection: string, body: PlanBody): Promise<Inspection> =>
  answer(http.PUT('/api/inspections/{inspection}', { ...at(inspection), body }));

export const withdraw = (inspection: string): Promise<Inspection> =>
  answer(http.DELETE('/api/inspections/{inspection}', at(inspection)));

export const nameMember = (inspection: string, body: NewMember): Promise<Room> =>
  answer(http.POST('/api/inspections/{inspection}/members', { ...at(inspection), body }));

export const delegate = async (body: Delegation): Promise<void> => {
  await answer(http.POST('/api/delegations', { body }));
};
