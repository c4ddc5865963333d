// What is asked of the server while inspections are planned.
import { answer, http } from '../api/client';
import type { components } from '../api/schema';
import type { Inspection, Member, Room } from '../inspection/types';
import type { PlanBody } from './plan';

export type NewMember = Member & { account?: string; withdrawn?: boolean };
export type Delegation = components['schemas']['Delegation'];
export type NewDelegation = components['schemas']['NewDelegation'];

export const plan = (body: PlanBody): Promise<Inspection> =>
  answer(http.POST('/api/inspections', { body }));

const at = (inspection: string) => ({ params: { path: { inspection } } });

export const change = (inspection: string, body: PlanBody): Promise<Inspection> =>
  answer(http.PUT('/api/inspections/{inspection}', { ...at(inspection), body }));

export const withdraw = (inspection: string): Promise<Inspection> =>
  answer(http.DELETE('/api/inspections/{inspection}', at(inspection)));

export const nameMember = (inspection: string, body: NewMember): Promise<Room> =>
  answer(http.POST('/api/inspections/{inspection}/members', { ...at(inspection), body }));

export const delegate = async (body: NewDelegation): Promise<void> => {
  await answer(http.POST('/api/delegations', { body }));
};

/** In force or still to come. */
export const listDelegations = async (): Promise<Delegation[]> =>
  (await answer(http.GET('/api/delegations'))).delegations;

/** The deputy answers no more, from now on. */
export const endDelegation = ({
  agency,
  account,
  from,
  to,
  name,
  authority,
}: Delegation): Promise<void> =>
  delegate({ agency, account, from, to, name, authority, withdrawn: true });
