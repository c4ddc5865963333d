// One inspection, fed by its event stream, and what this reader may do in it. The leader's room, the
// head's page and the wall draw from it.
import { asProblem } from '../api/client';
import type { Problem } from '../api/problem';
import { LiveStore } from '../board/live.svelte';
import { moment } from '../format/time';
import { type Queue, queue } from './figures';
import { mergeRoom, newer } from './merge';
import { act, changeInstruction, readMe } from './requests';
import type { Acts, AgencyRow, Instruction, Me, Room, RoomChange } from './types';

export class InspectionStore extends LiveStore<Room> {
  /** What this reader may do here; null until it is known. */
  me = $state.raw<Me | null>(null);
  /** What went wrong with the last act, or with asking who we are. */
  problem = $state.raw<Problem | null>(null);
  /** The act that is under way, or ''. */
  doing = $state<keyof Acts | ''>('');
  /** Codes of the agencies that the last event changed. */
  touched = $state.raw<string[]>([]);

  /** The agency that is called now, or null. */
  called = $derived<AgencyRow | null>(this.row(this.shown?.called ?? ''));
  queue = $derived<Queue>(queue(this.shown?.agencies ?? []));

  constructor(readonly inspection: string) {
    super();
  }

  get room(): Room | null {
    return this.shown;
  }

  /** The row of an agency, or null. */
  row(code: string): AgencyRow | null {
    return this.shown?.agencies.find((row) => row.code === code) ?? null;
  }

  /** Milliseconds by the server's clock since an instant; 0 before the first snapshot. */
  since(iso: string | null): number {
    return iso && this.now ? Math.max(0, this.now.ms - moment(iso).ms) : 0;
  }

  /** Asks who we are and follows the room until the returned function is called. */
  start(): () => void {
    void this.askMe();
    return this.follow(`/api/inspections/${encodeURIComponent(this.inspection)}/stream`);
  }

  async askMe(): Promise<void> {
    try {
      this.me = await readMe(this.inspection);
    } catch (cause) {
      this.problem = asProblem(cause);
    }
  }

  /** Does an act and shows what came of it. True when it was done; else `problem` says why not. */
  async act<Name extends keyof Acts>(name: Name, body: Acts[Name]): Promise<boolean> {
    return this.#try(name, () => act(this.inspection, name, body));
  }

  /** Calls an agency, unless somebody else who leads has called meanwhile. */
  async call(agency: string): Promise<boolean> {
    return this.act('calls', { agency, called: this.called?.code ?? '' });
  }

  /** Says how an instruction stands. */
  async instruction(item: number, state: Instruction['state']): Promise<boolean> {
    return this.#try('instructions', () => changeInstruction(this.inspection, item, state));
  }

  async #try(name: keyof Acts, request: () => Promise<Room>): Promise<boolean> {
    this.doing = name;
    this.problem = null;
    try {
      this.show(newer(this.shown, await request()));
      return true;
    } catch (cause) {
      this.problem = asProblem(cause);
      return false;
    } finally {
      this.doing = '';
    }
  }

  protected after(name: string, data: string): Room | null {
    if (name === 'snapshot') {
      const room = JSON.parse(data) as Room;
      this.touched = room.agencies.map(({ code }) => code);
      return room;
    }
    if (name !== 'change' || !this.shown) return null;
    const change = JSON.parse(data) as RoomChange;
    this.touched = change.agencies?.map(({ code }) => code) ?? [];
    return change.number < this.shown.number ? this.shown : mergeRoom(this.shown, change);
  }
}
