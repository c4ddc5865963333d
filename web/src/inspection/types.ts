// What the interface sends about an inspection. The same words as in its OpenAPI document.
import type { Counts } from '../api/types';

export type Group = 'all' | 'asn' | 'contract';
export type SessionState = 'planned' | 'open' | 'closed' | 'withdrawn';
export type TurnState =
  'waiting' | 'called' | 'answering' | 'answered' | 'silent' | 'absent' | 'skipped';
export type Turn = Exclude<TurnState, 'waiting' | 'called'>;
export type OrderRule = 'missing' | 'kind' | 'tree';
export type Source = 'form' | 'spoken' | 'telephone';
export type Claim =
  | 'claimed_present'
  | 'sick'
  | 'permit'
  | 'duty_travel'
  | 'away'
  | 'family'
  | 'terminal'
  | 'unreachable'
  | 'other';

export type Inspection = {
  inspection: string;
  kind: 'surprise' | 'announced' | 'meeting';
  title: string;
  day: string;
  planned_at: string | null;
  leader: string;
  leader_title: string;
  delegate: string;
  delegate_title: string;
  authority: string;
  place: string;
  medium: string;
  basis: string;
  scope: string;
  groups: Group;
  state: SessionState;
  opened_at: string | null;
  closed_at: string | null;
  conclusion: string;
};
export type Proposal = { day: string; kind: Inspection['kind']; because: string };
export type InspectionList = { inspections: Inspection[]; proposal: Proposal | null };

export type Member = {
  name: string;
  title: string;
  part: 'leader' | 'delegate' | 'moderator' | 'recorder' | 'member' | 'official';
};

/** The seven classes in which a head reports; `unknown` is told apart within `missing`. */
export type Headcount = {
  strength: number;
  present: number;
  sick: number;
  permit: number;
  leave: number;
  duty_travel: number;
  other: number;
  missing: number;
  unknown: number;
};
export type Statement = {
  at: string;
  source: Source;
  confirmed: boolean;
  by: string;
  post: string;
  said: Headcount;
  machine: Headcount;
};
export type AgencyRow = {
  code: string;
  name: string;
  kind: string;
  place: number;
  state: TurnState;
  calls: number;
  called_at: string | null;
  answered_at: string | null;
  ended_at: string | null;
  by: string;
  post: string;
  opening: Headcount | null;
  live: Headcount | null;
  statement: Statement | null;
  has_recap: boolean;
  report_due: string | null;
  report_received_at: string | null;
};
export type Progress = {
  agencies: number;
  done: number;
  called: number;
  waiting: number;
  silent: number;
  absent: number;
  skipped: number;
  stated: number;
};
export type Frozen = {
  at: string;
  position: number;
  total: Counts;
  asn: Counts;
  contract: Counts;
};
export type Instruction = {
  item: number;
  agency: string;
  text: string;
  owner: string;
  deadline: string | null;
  state: 'open' | 'done' | 'withdrawn';
  at: string;
};
export type Programme = {
  item: number;
  agency: string;
  title: string;
  unit: string;
  done: number;
  total: number;
  remaining: number;
  target: string | null;
  blocker: string;
  at: string;
};

/** The room as everybody may see it: counts, never names. */
export type Room = {
  inspection: string;
  number: number;
  at: string;
  head: Inspection;
  members: Member[];
  order: OrderRule;
  by_hand: boolean | number;
  progress: Progress;
  called: string;
  next: string[];
  opening: Frozen | null;
  closing: Frozen | null;
  live: { at: string; total: Counts } | null;
  agencies: AgencyRow[];
  instructions: Instruction[];
  programmes: Programme[];
};

/** Only what changed; rows of agencies come whole. */
export type RoomChange = Pick<Room, 'number' | 'at'> & Partial<Room>;

export type Me = {
  part: 'none' | 'wall' | 'listener' | 'deputy' | 'head' | 'team' | 'leader';
  agency: string;
  agency_name: string;
  name: string;
  may_lead: boolean;
  may_work: boolean;
  may_answer: boolean;
};

/** What stands behind an agency's counts; names, so never in the stream. */
export type Evidence = {
  inspection: string;
  at: string;
  agency: AgencyRow;
  groups: {
    group: Group;
    machine: Headcount;
    said: Headcount | null;
    stated_machine: Headcount | null;
  }[];
  missing: MissingPerson[];
  arrivals: { number: string; name: string; first_in: string }[];
  trail: { at: string; act: string; text: string }[];
  manual: { present: number; signed_by: string; locked: boolean } | null;
  notes: { at: string; text: string }[];
};
export type MissingPerson = {
  number: string;
  name: string;
  unit: string;
  kind: string;
  state: 'not_due' | 'waiting' | 'unknown' | 'unexplained';
  claim: Claim | null;
  note: string;
  by: string;
  at: string | null;
  answer: string;
};
