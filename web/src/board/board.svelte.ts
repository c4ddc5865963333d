// The board, fed by its event stream. The wall draws from it; a desk watches it for changes.
import type { Board, BoardChange } from '../api/types';
import { LiveStore } from './live.svelte';
import { mergeBoard } from './merge';

export class BoardStore extends LiveStore<Board> {
  /** Codes of the agencies that the last event changed. */
  touched = $state.raw<string[]>([]);

  /** The last state known, or null before the first snapshot. */
  get board(): Board | null {
    return this.shown;
  }

  /** Follows the stream until the returned function is called. */
  start(): () => void {
    return this.follow('/api/board/stream');
  }

  protected after(name: string, data: string): Board | null {
    if (name === 'snapshot') {
      const board = JSON.parse(data) as Board;
      this.touched = board.agencies.map((agency) => agency.code);
      return board;
    }
    if (name !== 'change' || !this.board) return null;
    const change = JSON.parse(data) as BoardChange;
    this.touched = change.agencies?.map((agency) => agency.code) ?? [];
    return mergeBoard(this.board, change);
  }
}
