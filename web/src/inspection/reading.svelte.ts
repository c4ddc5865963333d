// A signed recap that came without figures, read by the team: its pages, here and on the server, and the
// figures that are entered beside them.
import { asProblem } from '../api/client';
import type { Problem } from '../api/problem';
import { Paper, type RecapGiver } from '../head/paper.svelte';
import { pageAddress } from './recaps';
import { act, readEvidence } from './requests';
import type { Acts, AgencyRow, Evidence } from './types';

/** A page that can be looked at beside the form; a PDF is opened in a window of its own. */
export type Shown = { key: string; address: string; drawn: boolean };

export class Reading implements RecapGiver {
  evidence = $state.raw<Evidence | null>(null);
  problem = $state.raw<Problem | null>(null);
  /** The figures are with the server. */
  done = $state(false);
  readonly paper: Paper;

  row = $derived.by<AgencyRow | null>(() => this.evidence?.agency[0] ?? null);
  signed = $derived.by(() => this.row?.recap?.papers ?? 0);
  canSplit = $derived.by(
    () => (this.evidence?.groups ?? []).filter(({ machine }) => machine.strength > 0).length > 1,
  );
  /** The pages of the paper that has no figures yet: those that came, then those chosen here. */
  pages = $derived.by<Shown[]>(() => {
    const came = this.evidence?.recaps.find((one) => !one.at);
    const there = (came?.pages ?? []).map(({ page, type }) => ({
      key: `there-${page}`,
      address: pageAddress(this.inspection, this.agency, came?.paper ?? 1, page),
      drawn: type !== 'pdf',
    }));
    const here = this.paper.pages.map(({ id, file, url }) => ({
      key: `here-${id}`,
      address: url,
      drawn: file.type.startsWith('image/'),
    }));
    return [...there, ...here];
  });

  constructor(
    readonly inspection: string,
    readonly agency: string,
    account: string,
  ) {
    const key = `team.paper.${account}.${inspection}.${agency}`;
    this.paper = new Paper(inspection, key, (figures) => void this.#enter(figures as never));
  }

  start(): () => void {
    void this.read();
    return this.paper.start();
  }

  async read(): Promise<void> {
    try {
      this.evidence = await readEvidence(this.inspection, this.agency);
      this.problem = null;
    } catch (cause) {
      this.problem = asProblem(cause);
    }
  }

  /** The pages first, then the figures that lock them. */
  giveRecap(paper: number, figures: Record<string, unknown>): void {
    this.done = false;
    this.paper.send({ ...figures, agency: this.agency, paper });
  }

  async #enter(figures: Acts['manual-recaps']): Promise<void> {
    try {
      await act(this.inspection, 'manual-recaps', figures);
      this.done = true;
      await this.read();
    } catch (cause) {
      const problem = asProblem(cause);
      await this.read();
      this.problem = problem;
    }
  }
}
