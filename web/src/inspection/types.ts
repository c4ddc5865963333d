// The names this client uses for what the interface says of an inspection, from its OpenAPI document.
import type { components } from '../api/schema';

type Schemas = components['schemas'];

export type Inspection = Schemas['Inspection'];
export type InspectionList = Schemas['InspectionList'];
export type Proposal = Schemas['InspectionProposal'];
export type Member = Schemas['InspectionMember'];
/** The room as everybody may see it: counts, never names. */
export type Room = Schemas['InspectionRoom'];
export type AgencyRow = Schemas['InspectionAgency'];
/** The seven classes in which a head reports; `unknown` is told apart within `missing`. */
export type Headcount = Schemas['Headcount'];
export type Statement = Schemas['InspectionStatement'];
export type Progress = Schemas['InspectionProgress'];
export type Frozen = Schemas['InspectionFrozen'];
export type Instruction = Schemas['InspectionInstruction'];
export type Programme = Schemas['InspectionProgramme'];
export type Me = Schemas['InspectionMe'];

export type Group = Inspection['groups'];
export type SessionState = Inspection['state'];
export type TurnState = AgencyRow['state'];
export type Turn = Schemas['InspectionTurn']['turn'];
export type OrderRule = Room['order'];
export type Source = Statement['source'];
export type Claim = Schemas['InspectionReason']['claim'];

/** What may be done in a room: the last part of the address, and what it takes. */
export type Acts = {
  open: Schemas['InspectionOpening'];
  close: Schemas['InspectionClosing'];
  calls: Schemas['InspectionCall'];
  turns: Schemas['InspectionTurn'];
  order: Schemas['InspectionOrder'];
  answers: Schemas['InspectionAnswer'];
  statements: Schemas['NewInspectionStatement'];
  confirmations: Schemas['InspectionConfirmation'];
  reasons: Schemas['InspectionReasons'];
  notes: Schemas['InspectionNewNote'];
  instructions: Schemas['NewInspectionInstruction'];
  programmes: Schemas['NewInspectionProgramme'];
  'manual-recaps': Schemas['ManualRecap'];
  'manual-recaps/confirmations': Schemas['RecapConfirming'];
};

/** Only what changed; rows of agencies come whole. */
export type RoomChange = Schemas['InspectionChange'];

/** What stands behind an agency's counts; names, so never in the stream. */
export type Evidence = Schemas['InspectionEvidence'];
export type MissingPerson = Schemas['InspectionMissing'];
export type ManualRecap = Schemas['InspectionManualRecap'];
