// What comes after an inspection, for those who may see it: read once, and again after each act.
import { asProblem } from '../api/client';
import type { Problem } from '../api/problem';
import {
  type After,
  type Choosing,
  type FollowUps,
  type NewAmendment,
  type ReportNote,
  type Reports,
  type ReportsAsked,
  amend,
  askReports,
  choosePath,
  noteReports,
  readAfter,
  readFollowUps,
  readReports,
} from './requests';

export class AfterStore {
  reports = $state.raw<Reports | null>(null);
  followUps = $state.raw<FollowUps | null>(null);
  after = $state.raw<After | null>(null);
  problem = $state.raw<Problem | null>(null);
  busy = $state(false);

  constructor(readonly inspection: string) {}

  read(): Promise<boolean> {
    return this.#try(async () => {
      const one = this.inspection;
      const all = Promise.all([readReports(one), readFollowUps(one), readAfter(one)]);
      [this.reports, this.followUps, this.after] = await all;
    });
  }

  ask = (body: ReportsAsked): Promise<boolean> =>
    this.#try(async () => (this.reports = await askReports(this.inspection, body)));
  note = (body: ReportNote): Promise<boolean> =>
    this.#try(async () => (this.reports = await noteReports(this.inspection, body)));
  choose = (body: Choosing): Promise<boolean> =>
    this.#try(async () => (this.followUps = await choosePath(this.inspection, body)));
  amend = (body: NewAmendment): Promise<boolean> =>
    this.#try(async () => (this.after = await amend(this.inspection, body)));

  /** True when it was done; else `problem` says why not. */
  async #try(work: () => Promise<unknown>): Promise<boolean> {
    this.busy = true;
    this.problem = null;
    try {
      await work();
      return true;
    } catch (cause) {
      this.problem = asProblem(cause);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
