// The names this client uses for what the interface sends. They are taken from the addresses and not
// from the schema's own names, so that a schema made by the server may call them as it likes.
import type { paths } from './schema';

type Sent<P extends keyof paths, M extends string> =
  paths[P] extends Record<M, infer O>
    ? O extends { responses: { 200: { content: { 'application/json': infer T } } } }
      ? T
      : never
    : never;
type Got<P extends keyof paths> = Sent<P, 'get'>;

export type Government = Got<'/api/government'>;
export type Session = Got<'/api/session'>;
export type Board = Got<'/api/board'>;
export type BoardAgency = Board['agencies'][number];
export type Attention = Board['attention'][number];
export type Minute = Board['arrivals']['minutes'][number];
export type Counts = Board['counts'];
export type Agency = Got<'/api/agencies'>[number];
export type Sheet = Got<'/api/sheets/{agency}/{day}'>;
export type Line = Sheet['lines'][number];
export type Notice = Sheet['notices'][number];
export type State = Line['state'];
export type Explain = Got<'/api/people/{number}/days/{day}'>;
export type Step = Explain['steps'][number];
export type Recap = Got<'/api/recaps'>;
export type RecapLine = Recap['agencies'][number];
export type Terminal = Got<'/api/terminals'>['terminals'][number];
export type Pending = Got<'/api/terminals/pending'>['pending'][number];
export type UnmappedPin = Got<'/api/unmapped-pins'>['pins'][number];
export type Quarantined = Got<'/api/quarantine'>['rows'][number];
export type VerifyCode = Got<'/api/verify-codes'>['codes'][number];
export type Order = Got<'/api/terminals/{serial}/orders'>['orders'][number];
export type TerminalReport = Got<'/api/terminals/reports'>['reports'][number];
export type Wall = Got<'/api/walls'>['walls'][number];
