// What stands behind one agency's counts: read when it is chosen, and again when the stream says that
// something of it changed. For those who may see names: the leader, the team, the agency's own head.
import { asProblem } from '../api/client';
import type { Problem } from '../api/problem';
import { readEvidence } from './requests';
import type { Evidence } from './types';

/** People arrive one by one; names follow at most this often. */
const AGAIN_MS = 400;

export class EvidenceStore {
  evidence = $state.raw<Evidence | null>(null);
  problem = $state.raw<Problem | null>(null);

  #wanted = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly inspection: string) {}

  /** Reads an agency's evidence; '' shows none. What is shown stays until the new one is there, unless
   *  it is another agency's. */
  async read(agency: string): Promise<void> {
    if (agency !== this.#wanted) this.evidence = null;
    this.#wanted = agency;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!agency) return;
    try {
      const came = await readEvidence(this.inspection, agency);
      if (agency !== this.#wanted) return;
      this.evidence = came;
      this.problem = null;
    } catch (cause) {
      if (agency === this.#wanted) this.problem = asProblem(cause);
    }
  }

  /** Something of it changed: read again soon, once for all changes until then. */
  again(): void {
    this.#timer ??= setTimeout(() => void this.read(this.#wanted), AGAIN_MS);
  }

  stop(): void {
    this.#wanted = '';
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
