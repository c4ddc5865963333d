// The names this client uses for what the interface sends: those of its OpenAPI document, and a few
// parts of them.
import type { components, paths } from './schema';

type Schemas = components['schemas'];

export type Government = Schemas['Government'];
export type Session = Schemas['Session'];
export type Permission = Session['permissions'][number];
export type Board = Schemas['Board'];
export type BoardChange = Schemas['BoardChange'];
export type BoardAgency = Schemas['BoardAgency'];
export type BoardAgencyChange = Schemas['BoardAgencyChange'];
export type Attention = Schemas['Attention'];
export type AttentionChange = Schemas['AttentionChange'];
export type Minute = Schemas['ArrivalMinute'];
export type Counts = Schemas['Counts'];
export type Agency = Schemas['Agency'];
export type Sheet = Schemas['Sheet'];
export type Line = Schemas['SheetLine'];
export type Notice = Schemas['SheetNotice'];
export type State = Line['state'];
export type Flag = Line['flags'][number];
export type Explain = Schemas['Day'];
export type Step = Schemas['DayStep'];
export type Recap = Schemas['Recap'];
export type RecapLine = Schemas['RecapLine'];
export type RecapQuery = paths['/api/recaps']['get']['parameters']['query'];
export type Terminal = Schemas['Terminal'];
export type Pending = Schemas['PendingTerminal'];
export type UnmappedPin = Schemas['UnmappedPin'];
export type Doubtful = Schemas['DoubtfulPunch'];
export type Decision = NonNullable<Doubtful['decision']>;
export type Quarantined = Schemas['QuarantineRow'];
export type VerifyCode = Schemas['VerifyCode'];
export type Method = VerifyCode['method'];
export type Order = Schemas['Order'];
export type TerminalReport = Schemas['TerminalReport'];
export type Wall = Schemas['Wall'];
export type IssuedDocument = Schemas['Document'];
export type SummaryTable = Schemas['SummaryTable'];
