// The one store fed by the event stream. The wall draws from it; a desk watches it for changes.
import type { Board, BoardChange } from '../api/types';
import { type Moment, moment } from '../format/time';
import { isStale } from './age';
import { follow } from './feed';
import { mergeBoard } from './merge';

const TICK_MS = 250;

export class BoardStore {
  /** The last state known, or null before the first snapshot. */
  board = $state.raw<Board | null>(null);
  /** The status with which the server refused the feed, or null. */
  refused = $state<number | null>(null);
  /** Codes of the agencies that the last event changed. */
  touched = $state.raw<string[]>([]);

  #receivedAt = $state(performance.now());
  #now = $state(performance.now());

  /** Milliseconds since the last event; before the first one, since the store was started. */
  age = $derived(Math.max(0, this.#now - this.#receivedAt));
  stale = $derived(isStale(this.age));

  /** How fast the server's clock runs; more than one while a day is replayed. */
  speed = $state(1);

  /** When the figures were true, by the server's clock. */
  at = $derived<Moment | null>(this.board ? moment(this.board.at) : null);
  /** The present by the server's clock. */
  now = $derived<Moment | null>(
    this.at ? { ...this.at, ms: this.at.ms + this.age * this.speed } : null,
  );

  /** Follows the stream until the returned function is called. */
  start(): () => void {
    this.refused = null;
    this.#receivedAt = this.#now = performance.now();
    const tick = setInterval(() => (this.#now = performance.now()), TICK_MS);
    const stop = follow('/api/board/stream', {
      event: (event) => this.#take(event.name, event.data),
      refused: (status) => (this.refused = status),
    });
    return () => {
      stop();
      clearInterval(tick);
    };
  }

  #take(name: string, data: string): void {
    if (name === 'snapshot') {
      this.board = JSON.parse(data) as Board;
      this.touched = this.board.agencies.map((agency) => agency.code);
    } else if (name === 'change' && this.board) {
      const change = JSON.parse(data) as BoardChange;
      this.board = mergeBoard(this.board, change);
      this.touched = change.agencies?.map((agency) => agency.code) ?? [];
    } else {
      return;
    }
    this.#receivedAt = this.#now = performance.now();
  }
}
