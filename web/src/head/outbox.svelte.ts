// What a head has sent and the server has not taken yet. It is kept in this browser and sent again by
// itself when the line is back, in its order, until the server takes or refuses it. An act that was
// taken while its answer was lost is recognised (`taken`), so nothing is said twice.
import { asProblem } from '../api/client';
import type { Problem } from '../api/problem';
import { backoff } from '../board/age';
import { act } from '../inspection/requests';
import type { Room } from '../inspection/types';
import { forget, remember, remembered } from '../session/memory';

/** The acts of a head, by the last part of their address. */
export type HeadAct =
  | 'answers'
  | 'statements'
  | 'confirmations'
  | 'reasons'
  | 'manual-recaps'
  | 'manual-recaps/confirmations';
export type Parcel = { name: HeadAct; body: Record<string, unknown> & { agency: string } };
type Hooks = {
  /** The server took it; `room` is how it stands then, or null if that was seen in the stream. */
  sent: (parcel: Parcel, room: Room | null) => void;
  taken: (parcel: Parcel) => boolean;
};

export class Outbox {
  waiting = $state.raw<Parcel[]>([]);
  /** Why the server refused the last parcel, and which act it was. */
  refused = $state.raw<{ name: HeadAct; problem: Problem } | null>(null);
  /** True while a parcel is on its way. */
  busy = $state(false);
  /** True when the last try did not come through. */
  cut = $state(false);

  #timer: ReturnType<typeof setTimeout> | undefined;
  #attempt = 0;

  constructor(
    readonly inspection: string,
    readonly key: string,
    readonly hooks: Hooks,
  ) {
    try {
      this.waiting = JSON.parse(remembered(key) ?? '[]') as Parcel[];
    } catch {
      forget(key);
    }
  }

  has(name: HeadAct): boolean {
    return this.waiting.some((parcel) => parcel.name === name);
  }

  /** Takes a parcel in; one of the same name that still waits is replaced by it. */
  send(parcel: Parcel): void {
    this.refused = null;
    this.#keep([...this.waiting.filter(({ name }) => name !== parcel.name), parcel]);
    this.#attempt = 0;
    void this.#next();
  }

  /** Sends what waits, now and whenever the browser says that the line is back. */
  start(): () => void {
    const again = () => ((this.#attempt = 0), void this.#next());
    addEventListener('online', again);
    void this.#next();
    return () => {
      removeEventListener('online', again);
      clearTimeout(this.#timer);
    };
  }

  async #next(): Promise<void> {
    clearTimeout(this.#timer);
    const parcel = this.waiting[0];
    if (!parcel || this.busy) return;
    if (this.cut && this.hooks.taken(parcel)) return this.#done(parcel, null);
    this.busy = true;
    try {
      const room = await act(this.inspection, parcel.name as never, parcel.body as never);
      this.busy = false;
      this.cut = false;
      this.#done(parcel, room);
    } catch (cause) {
      this.busy = false;
      this.#failed(parcel, asProblem(cause));
    }
  }

  #failed(parcel: Parcel, problem: Problem): void {
    const later = problem.offline || problem.status === 429 || problem.status >= 500;
    if (later) {
      this.cut = true;
      this.#timer = setTimeout(() => void this.#next(), backoff(this.#attempt++));
      return;
    }
    this.refused = { name: parcel.name, problem };
    this.#keep(this.waiting.filter((one) => one !== parcel));
    void this.#next();
  }

  #done(parcel: Parcel, room: Room | null): void {
    this.#keep(this.waiting.filter((one) => one !== parcel));
    this.#attempt = 0;
    this.hooks.sent(parcel, room);
    void this.#next();
  }

  #keep(parcels: Parcel[]): void {
    this.waiting = parcels;
    if (parcels.length > 0) remember(this.key, JSON.stringify(parcels));
    else forget(this.key);
  }
}
