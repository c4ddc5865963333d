// What every screen that follows an event stream knows beside what it shows: how old that is, whether
// it still moves, and what the server's clock says.
import { type Moment, moment } from '../format/time';
import { isStale } from './age';
import { follow } from './feed';

const TICK_MS = 250;

export abstract class LiveStore<Shown extends { at: string }> {
  /** The last state known, or null before the first snapshot. */
  shown = $state.raw<Shown | null>(null);
  /** The status with which the server refused the feed, or null. */
  refused = $state<number | null>(null);
  /** How fast the server's clock runs; more than one while a day is replayed. */
  speed = $state(1);

  #receivedAt = $state(performance.now());
  #heardAt = $state(performance.now());
  #now = $state(performance.now());

  /** Milliseconds since the server last said something, be it that nothing has changed; before the first
   *  word, since the store was started. */
  age = $derived(Math.max(0, this.#now - this.#heardAt));
  stale = $derived(isStale(this.age));

  /** When what is shown was true, by the server's clock. */
  at = $derived<Moment | null>(this.shown ? moment(this.shown.at) : null);
  /** The present by the server's clock. */
  now = $derived<Moment | null>(
    this.at
      ? { ...this.at, ms: this.at.ms + Math.max(0, this.#now - this.#receivedAt) * this.speed }
      : null,
  );

  /** What is shown after an event, or null for an event that says nothing here. */
  protected abstract after(name: string, data: string): Shown | null;

  /** Follows the stream at an address until the returned function is called. */
  protected follow(url: string): () => void {
    this.refused = null;
    this.#receivedAt = this.#heardAt = this.#now = performance.now();
    const tick = setInterval(() => (this.#now = performance.now()), TICK_MS);
    const stop = follow(url, {
      event: (event) => {
        const next = this.after(event.name, event.data);
        if (next) this.show(next);
      },
      heard: () => (this.#heardAt = this.#now = performance.now()),
      refused: (status) => (this.refused = status),
    });
    return () => {
      stop();
      clearInterval(tick);
    };
  }

  /** Shows what came, from the stream or as the answer to an act of our own. */
  protected show(next: Shown): void {
    this.shown = next;
    this.#receivedAt = this.#heardAt = this.#now = performance.now();
  }
}
