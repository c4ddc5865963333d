// The terminals page's lists. Read together, again after each act, and every few seconds.
import { answer, asProblem, http } from '../api/client';
import type { Problem } from '../api/problem';
import type {
  Agency,
  Doubtful,
  Pending,
  Quarantined,
  Terminal,
  TerminalReport,
  UnmappedPin,
} from '../api/types';
import { type Moment, moment } from '../format/time';
import { account } from '../session/session.svelte';

/** What a choice of agencies needs to know of one. */
export type Place = Pick<Agency, 'code' | 'name' | 'parent'>;

const EVERY_MS = 5000;
const TICK_MS = 1000;

export class TerminalsStore {
  terminals = $state.raw<Terminal[] | null>(null);
  pending = $state.raw<Pending[]>([]);
  pins = $state.raw<UnmappedPin[]>([]);
  peopleUnknown = $state(0);
  rows = $state.raw<Quarantined[]>([]);
  rowsTotal = $state(0);
  doubtful = $state.raw<Doubtful[]>([]);
  doubtfulWaiting = $state(0);
  /** Whether decided punches are listed as well. */
  withDecided = $state(false);
  reports = $state.raw<TerminalReport[]>([]);
  agencies = $state.raw<Place[]>([]);
  problem = $state.raw<Problem | null>(null);

  #at = $state.raw<Moment | null>(null);
  #readAt = $state(0);
  #now = $state(performance.now());

  /** How long ago the lists were read. */
  age = $derived(Math.max(0, this.#now - this.#readAt));
  /** The server's clock, as far as we know it. */
  now = $derived<Moment | null>(this.#at ? { ...this.#at, ms: this.#at.ms + this.age } : null);

  start(): () => void {
    void this.read();
    void this.#readAgencies();
    const tick = setInterval(() => (this.#now = performance.now()), TICK_MS);
    const again = setInterval(() => document.hidden || void this.read(), EVERY_MS);
    return () => {
      clearInterval(tick);
      clearInterval(again);
    };
  }

  async read(): Promise<void> {
    try {
      const decided = this.withDecided ? 1 : 0;
      const [all, pending, pins, quarantine, incidents, doubtful] = await Promise.all([
        answer(http.GET('/api/terminals')),
        answer(http.GET('/api/terminals/pending')),
        account.may('enrolment.read') ? answer(http.GET('/api/unmapped-pins')) : null,
        answer(http.GET('/api/quarantine')),
        answer(http.GET('/api/terminals/reports')),
        account.may('punch.read')
          ? answer(http.GET('/api/doubtful-punches', { params: { query: { decided } } }))
          : null,
      ]);
      this.terminals = all.terminals;
      this.#at = moment(all.at);
      this.#readAt = this.#now = performance.now();
      this.pending = pending.pending;
      this.pins = pins?.pins ?? [];
      this.peopleUnknown = pins?.people_unknown ?? 0;
      if (this.rows.length <= quarantine.rows.length) this.rows = quarantine.rows;
      this.rowsTotal = quarantine.total;
      this.reports = incidents.reports;
      this.doubtful = doubtful?.punches ?? [];
      this.doubtfulWaiting = doubtful?.waiting ?? 0;
      this.problem = null;
    } catch (cause) {
      this.problem = asProblem(cause);
    }
  }

  /** The next rows of the quarantine, older than those that are shown. */
  async moreRows(): Promise<void> {
    const before = this.rows.at(-1)?.id;
    if (before === undefined) return;
    const { rows } = await answer(http.GET('/api/quarantine', { params: { query: { before } } }));
    this.rows = [...this.rows, ...rows.filter((row) => !this.rows.some(({ id }) => id === row.id))];
  }

  /** Takes the agencies' names from elsewhere, if the list itself is not to be had. */
  nameAgencies(named: { code: string; name: string }[]): void {
    if (this.agencies.length > 0) return;
    this.agencies = named.map(({ code, name }) => ({ code, name, parent: '' }));
  }

  /** Only the approval of terminals needs them. */
  async #readAgencies(): Promise<void> {
    this.agencies = await answer(http.GET('/api/agencies')).catch(() => []);
  }
}
