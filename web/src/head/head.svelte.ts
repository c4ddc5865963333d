// The head's page: the room, the agency's people, what is typed, and what is on its way.
import { untrack } from 'svelte';

import { EvidenceStore } from '../inspection/evidence.svelte';
import { InspectionStore } from '../inspection/inspection.svelte';
import type { AgencyRow } from '../inspection/types';
import { remember, remembered } from '../session/memory';
import {
  type Draft,
  type Reason,
  emptyDraft,
  readDraft,
  withoutFigures,
  withoutReasons,
} from './draft';
import { Outbox, type Parcel } from './outbox.svelte';
import { Paper } from './paper.svelte';
import { type Said, type Table, holds, saidOf, tablesOf } from './statement';

export class HeadStore {
  readonly room: InspectionStore;
  readonly evidence: EvidenceStore;
  readonly outbox: Outbox;
  readonly paper: Paper;
  draft = $state<Draft>(emptyDraft());
  /** True while the head corrects a statement that was given already. */
  correcting = $state(false);

  agency = $derived.by(() => this.room.me?.agency ?? '');
  row = $derived.by<AgencyRow | null>(() => this.room.row(this.agency));
  /** The figures as groups, of the evidence where it is there, else of the row. */
  tables = $derived.by<Table[]>(() =>
    tablesOf(this.evidence.evidence?.groups ?? [], this.row?.live ?? null, this.draft.apart),
  );
  canSplit = $derived.by(
    () => tablesOf(this.evidence.evidence?.groups ?? [], null, true).length > 1,
  );

  #key: string;

  constructor(inspection: string, account: string) {
    this.#key = `head.draft.${account}.${inspection}`;
    this.room = new InspectionStore(inspection);
    this.evidence = new EvidenceStore(inspection);
    this.outbox = new Outbox(inspection, `head.outbox.${account}.${inspection}`, {
      sent: (parcel) => this.#sent(parcel),
      taken: (parcel) => this.#taken(parcel),
    });
    this.paper = new Paper(inspection, `head.paper.${account}.${inspection}`, (figures) =>
      this.#send({ name: 'manual-recaps', body: figures }),
    );
    this.draft = readDraft(remembered(this.#key));
  }

  /** Follows the room and sends what waits until the returned function is called. */
  start(): () => void {
    // What waits is read here, and a change of it must not begin everything anew.
    const stops = untrack(() => [this.room.start(), this.outbox.start(), this.paper.start()]);
    return () => {
      stops.forEach((stop) => stop());
      this.evidence.stop();
    };
  }

  /** Keeps what is typed; to be called with every change of it. */
  keep(): void {
    remember(this.#key, JSON.stringify(this.draft));
  }

  answer(): void {
    const { name, post } = this.draft;
    this.#send({ name: 'answers', body: { agency: this.agency, name: name.trim(), post } });
  }

  state(): void {
    const { name, post, entries } = this.draft;
    const groups = saidOf(this.tables, (group) => entries[group]);
    const body = { agency: this.agency, source: 'form', post, groups };
    this.#send({ name: 'statements', body: name.trim() ? { ...body, by: name.trim() } : body });
  }

  confirm(): void {
    const seen = this.row?.statement?.at;
    const body = seen ? { agency: this.agency, statement: seen } : { agency: this.agency };
    this.#send({ name: 'confirmations', body });
  }

  giveReasons(): void {
    const reasons = Object.entries(this.draft.reasons).map(([number, { claim, note }]) =>
      note.trim() ? { number, claim, note: note.trim() } : { number, claim },
    );
    const by = this.draft.name.trim();
    const body = { agency: this.agency, reasons };
    this.#send({ name: 'reasons', body: by ? { ...body, by } : body });
  }

  /** The pages first, then the figures that lock them. */
  giveRecap(paper: number, figures: Record<string, unknown>): void {
    this.paper.send({ ...figures, agency: this.agency, paper });
  }

  /** The team read the figures off the paper: they are right. */
  confirmRecap(paper: number): void {
    this.#send({ name: 'manual-recaps/confirmations', body: { agency: this.agency, paper } });
  }

  #send(parcel: Parcel): void {
    this.outbox.send(parcel);
  }

  /** Only what the server has is forgotten here. */
  #sent({ name, body }: Parcel): void {
    if (name === 'statements') {
      this.draft = withoutFigures(this.draft);
      this.correcting = false;
    }
    if (name === 'reasons') {
      const given = body['reasons'] as (Reason & { number: string })[];
      const sent = given.map(({ number, claim, note = '' }) => [number, { claim, note }] as const);
      this.draft = withoutReasons(this.draft, Object.fromEntries(sent));
    }
    this.keep();
    this.evidence.again();
  }

  #taken({ name, body }: Parcel): boolean {
    if (this.room.stale || !this.row) return false;
    const { state, statement } = this.row;
    if (name === 'answers') return state === 'answering' || state === 'answered';
    if (name === 'statements')
      return statement !== null && holds(body['groups'] as Said[], statement.said);
    if (name === 'confirmations') return statement?.confirmed ?? false;
    if (name === 'manual-recaps/confirmations') return !(this.row.recap?.unconfirmed ?? true);
    return name === 'manual-recaps' && (this.row.recap?.papers ?? 0) >= Number(body['paper'] ?? 1);
  }
}
