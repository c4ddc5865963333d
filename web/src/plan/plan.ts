// The plan of an inspection while it is being written: what the form holds, what is still wrong with
// it, and what is sent. Whether a day or a scope may be planned is decided by the server.
import type { Group, Inspection } from '../inspection/types';

export type Kind = Inspection['kind'];
export const kinds: Kind[] = ['surprise', 'announced', 'meeting'];
export const groups: Group[] = ['all', 'asn', 'contract'];

/** By what the heads are heard: our own room, a link of another service, or no picture at all. */
export type Medium = 'room' | 'link' | 'none';
export const media: Medium[] = ['room', 'link', 'none'];

/** Written into the plan, and from there into the minutes; so in Indonesian, whoever reads. */
const mediumNames = { room: 'Ruang video Hadir', none: 'Tanpa video' } as const;

export type Plan = {
  kind: Kind;
  title: string;
  day: string;
  planned: string;
  basis: string;
  leader: string;
  leader_title: string;
  delegate: string;
  delegate_title: string;
  authority: string;
  place: string;
  medium: Medium;
  link: string;
  groups: Group;
  whole: boolean;
  scope: string[];
};

/** What the server takes; members without a word are left out. */
export type PlanBody = {
  kind: Kind;
  day: string;
  leader: string;
  title?: string;
  planned?: string;
  basis?: string;
  leader_title?: string;
  delegate?: string;
  delegate_title?: string;
  authority?: string;
  place?: string;
  medium?: string;
  scope?: string;
  groups?: Group;
};

/** A plan to begin with, on the proposed day where there is one. */
export function emptyPlan(day = '', kind: Kind = 'surprise', basis = ''): Plan {
  const none = { title: '', leader: '', leader_title: '', delegate: '', delegate_title: '' };
  const where = { authority: '', place: '', medium: 'room' as Medium, link: '' };
  return {
    kind,
    day,
    planned: '08:30',
    basis,
    ...none,
    ...where,
    groups: 'all',
    whole: true,
    scope: [],
  };
}

/** The form of a plan that is there already; its head names a link by the host alone. */
export function planOf(head: Inspection, link = ''): Plan {
  const medium = mediumOf(head.medium);
  return {
    ...head,
    planned: head.planned_at ?? '',
    medium,
    link: medium === 'link' ? link || head.medium : '',
    whole: head.scope === '',
    scope: head.scope.split(';').filter(Boolean),
  };
}

export function mediumOf(text: string): Medium {
  if (text === mediumNames.none) return 'none';
  return text === '' || text === mediumNames.room ? 'room' : 'link';
}

/** What is going on first, then what is planned, the nearest first, then what is past, newest first. */
export function inOrder(heads: Inspection[]): Inspection[] {
  const of = (...states: Inspection['state'][]) =>
    heads.filter(({ state }) => states.includes(state));
  return [...of('open'), ...of('planned').reverse(), ...of('closed', 'withdrawn')];
}

/** What is sent to the server. */
export function bodyOf(plan: Plan): PlanBody {
  const said = {
    title: plan.title.trim(),
    planned: plan.planned,
    basis: plan.basis.trim(),
    leader_title: plan.leader_title.trim(),
    delegate: plan.delegate.trim(),
    delegate_title: plan.delegate.trim() && plan.delegate_title.trim(),
    authority: plan.delegate.trim() && plan.authority.trim(),
    place: plan.place.trim(),
    medium: plan.medium === 'link' ? plan.link.trim() : mediumNames[plan.medium],
    scope: plan.whole ? '' : plan.scope.join(';'),
  };
  const kept = Object.fromEntries(Object.entries(said).filter(([, text]) => text !== ''));
  return {
    kind: plan.kind,
    day: plan.day,
    leader: plan.leader.trim(),
    groups: plan.groups,
    ...kept,
  };
}

export type Wrong = Partial<
  Record<'day' | 'planned' | 'leader' | 'authority' | 'link' | 'scope', 'needed' | 'past' | 'form'>
>;

/** What is still wrong; nothing when the plan may be sent. `today` is empty while it is not known. */
export function wrongWith(plan: Plan, today: string): Wrong {
  const wrong: Wrong = {};
  if (!plan.day) wrong.day = 'needed';
  else if (today && plan.day < today) wrong.day = 'past';
  if (!/^\d\d:\d\d$/.test(plan.planned)) wrong.planned = 'needed';
  if (!plan.leader.trim()) wrong.leader = 'needed';
  if (plan.delegate.trim() && !plan.authority.trim()) wrong.authority = 'needed';
  if (plan.medium === 'link' && !isLink(plan.link)) wrong.link = plan.link ? 'form' : 'needed';
  if (!plan.whole && plan.scope.length === 0) wrong.scope = 'needed';
  return wrong;
}

/** A link that a phone may be sent to: https, and a place. */
export function isLink(text: string): boolean {
  try {
    const url = new URL(text.trim());
    return url.protocol === 'https:' && url.hostname.includes('.');
  } catch {
    return false;
  }
}
