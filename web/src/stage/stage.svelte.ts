// The room of video of an inspection, as its pages use it: comes in by itself and comes back, sends what
// the reader switched on, says who sits where. The session goes on without it: nothing here is needed by
// calls, statements and figures.
import { asProblem } from '../api/client';
import type { Problem } from '../api/problem';
import { Meeting, type Told } from '../room/meeting';
import type { Arrival } from '../room/peer';
import type { Quality } from '../room/quality';
import type { Member, Room } from '../room/room';
import type { Order } from '../room/signal';
import type { Seat } from '../inspection/seats';
import { t } from '../words/words.svelte';
import { canShare } from './devices';
import { Equipment } from './equipment.svelte';
import { askTicket, readHealth } from './requests';
import { type Presence, hands, largeOf, lobby, memberFor, presenceOf, seatsOf } from './seating';
import { Speaker } from './speaker';
import { Streams } from './streams';

/** away: not wanted · entering · inside · without: there is no video · out: left, or sent out */
export type Phase = 'away' | 'entering' | 'inside' | 'without' | 'out';

export type Medium = 'sound' | 'picture';

export type Saying = { id: number; name: string; text: string; own: boolean };

const SAYINGS_MAX = 200;
const RETRY_MS = 2000;
const RETRY_MS_MAX = 30_000;

export class Stage {
  phase = $state<Phase>('away');
  /** Why there is no video (off, missing), or why the reader is out (left, removed, refused, full). */
  why = $state('');
  room = $state.raw<Room | null>(null);
  quality = $state<Quality | null>(null);
  /** No pictures are received: by choice, or because the link does not carry them. */
  soundOnly = $state(false);
  /** Sound only by choice. */
  listens = $state(false);
  /** The browser plays nothing before the page was clicked. */
  silenced = $state(false);
  /** What a call, or a moderator, asks the reader to switch on. */
  asked = $state.raw<Medium[]>([]);
  sayings = $state.raw<Saying[]>([]);
  unread = $state(0);
  /** The conversation is in sight: what is written is read. */
  reads = $state(false);
  /** What went wrong with the last order or saying. */
  problem = $state.raw<Problem | null>(null);
  readonly equipment = new Equipment(() => void this.#send());

  #arrivals = $state.raw<Arrival[]>([]);
  #member = $state('');
  #streams = new Streams();
  #speaker = new Speaker((blocked) => (this.silenced = blocked));
  #meeting: Meeting | null = null;
  #stay = 0; // what an earlier one still says is not heard
  #failures = 0;
  #later: ReturnType<typeof setTimeout> | undefined;
  #view: { large: string; small: number; prefer: string[] } = { large: '', small: 0, prefer: [] };
  #sent: MediaStreamTrack[] = [];

  me = $derived<Member | null>(this.room?.members.find(({ id }) => id === this.#member) ?? null);
  waits = $derived(this.me?.waits ?? false);
  moderates = $derived(this.me?.rights.includes('moderate') ?? false);
  publishes = $derived(this.me?.rights.includes('publish') ?? false);
  /** Nothing that the reader says is let through. */
  muted = $derived(this.me?.muted.includes('sound') ?? false);
  /** Of that, what is not on yet. */
  wanted = $derived(
    this.asked.filter((medium) =>
      medium === 'sound' ? !this.equipment.microphone : !this.equipment.camera && !this.listens,
    ),
  );
  hasFloor = $derived(this.#member !== '' && this.room?.floor === this.#member);
  /** A screen is large for everybody: of an agency's it is shown while it is its turn. */
  mayShare = $derived(
    this.publishes && canShare() && (this.me?.tag === '' || this.hasFloor || this.moderates),
  );
  inside = $derived(this.phase === 'inside' && this.room !== null && !this.waits);
  /** The line is being found again, or the video server begins anew. */
  reconnects = $derived(this.inside && (this.quality === 0 || !this.room?.ready));
  hands = $derived(this.room ? hands(this.room) : []);
  lobby = $derived(this.room ? lobby(this.room) : []);
  seats = $derived<Seat[]>(this.inside && this.room ? this.#seatsOf(this.room) : []);

  constructor(readonly inspection: string) {}

  /** Be in the room until the returned function is called. */
  start({ listens = false } = {}): () => void {
    this.listens = listens;
    void this.enter();
    const gone = () => void this.#meeting?.leave(); // a page that is closed takes nobody's seat
    addEventListener('pagehide', gone);
    return () => {
      removeEventListener('pagehide', gone);
      this.#forget('away', '');
      this.equipment.stop();
    };
  }

  async enter(): Promise<void> {
    const stay = this.#forget('entering', '');
    try {
      const { room, ticket } = await askTicket(this.inspection);
      if (stay !== this.#stay) return;
      const meeting = await Meeting.enter(room, ticket, this.#toldOf(stay));
      if (stay !== this.#stay) return await meeting.leave();
      this.#begin(meeting);
    } catch (cause) {
      if (stay === this.#stay) await this.#refused(asProblem(cause), stay);
    }
  }

  leave(): void {
    this.#forget('out', 'left');
    this.equipment.stop();
  }

  /** Look at somebody large, and at so many small, rather at those of these agencies. */
  look(large: string, small: number, soon: string[] = []): void {
    const those = soon.map((agency) => this.memberFor(agency)?.id ?? '');
    const view = { large, small, prefer: those.filter((id) => id !== '') };
    if (JSON.stringify(view) === JSON.stringify(this.#view)) return;
    this.#view = view;
    this.#meeting?.look(view);
  }

  /** Sound only, both ways: neither are pictures received nor is one sent. */
  async listenOnly(on: boolean): Promise<void> {
    this.listens = on;
    this.#meeting?.listenOnly(on);
    this.soundOnly = this.#meeting?.soundOnly ?? on;
    if (on) await this.equipment.setCamera(false);
  }

  async speak(on: boolean): Promise<void> {
    await this.equipment.setMicrophone(on);
    await this.#meeting?.tellSwitches();
  }

  hear(): Promise<void> {
    return this.#speaker.resume();
  }

  hand(raised: boolean): Promise<boolean> {
    return this.#try((meeting) => meeting.signals.hand(raised));
  }

  say(text: string): Promise<boolean> {
    return this.#try((meeting) => meeting.signals.say(text));
  }

  order(body: Order): Promise<boolean> {
    return this.#try((meeting) => meeting.signals.order(body));
  }

  /** Pictures decoded so far, by who sends them. */
  pictures(): Promise<Record<string, number>> {
    return this.#meeting?.pictures() ?? Promise.resolve({});
  }

  /** Who is to be seen large while this agency is called; null: nobody. */
  large(called: string): Seat | null {
    const member = this.room && largeOf(this.room, this.#member, called);
    return this.seats.find(({ id }) => id === member?.id) ?? null;
  }

  /** Who is in the room for an agency. */
  memberFor(agency: string): Member | null {
    return this.room && memberFor(this.room, agency);
  }

  /** How an agency stands here, for the queue. */
  presence(agency: string): Presence {
    return this.room ? presenceOf(this.room, agency) : 'away';
  }

  #seatsOf(room: Room): Seat[] {
    const { camera, screen, microphone } = this.equipment;
    const arrivals = this.#arrivals;
    return seatsOf(room, this.#member, {
      yourself: t('stage.you'),
      own: { camera, screen, microphone },
      soundOnly: this.soundOnly,
      pictures: (feed, mid) => {
        const found = arrivals.find((each) => each.feed === feed && each.feedMid === mid);
        return found ? this.#streams.of(found.track) : null;
      },
    });
  }

  #begin(meeting: Meeting): void {
    this.#meeting = meeting;
    this.#member = meeting.member;
    this.#failures = 0;
    this.phase = 'inside';
    meeting.look(this.#view);
    meeting.listenOnly(this.listens);
    this.soundOnly = meeting.soundOnly;
  }

  #toldOf(stay: number): Told {
    const now =
      <Args extends unknown[]>(does: (...args: Args) => void) =>
      (...args: Args) =>
        stay === this.#stay ? does(...args) : undefined;
    return {
      room: now((room) => this.#take(room)),
      arrivals: now((arrivals) => this.#hear(arrivals)),
      news: now((name, news) =>
        name === 'said' ? this.#note(news) : this.#ask([news.text as Medium]),
      ),
      quality: now((quality, soundOnly) => {
        this.quality = quality;
        this.soundOnly = soundOnly;
      }),
      over: now((why) => {
        if (why === 'gone') return void this.enter(); // the server began anew, or thought us gone
        this.#forget(why === 'closed' ? 'away' : 'out', why);
        this.equipment.stop();
      }),
    };
  }

  #take(room: Room): void {
    const before = { me: this.me, floor: this.hasFloor };
    this.room = room;
    const asked = this.me?.asked ?? [];
    this.#ask(asked.filter((medium) => !before.me?.asked.includes(medium)));
    if (before.floor && !this.hasFloor) this.asked = [];
    if (!this.mayShare) void this.equipment.setScreen(false);
    // A microphone that was prepared is sent already, and nobody asks for it: the floor does.
    if (!before.floor && this.hasFloor && !this.moderates) this.#ask(['sound']);
    void this.#send();
  }

  #hear(arrivals: Arrival[]): void {
    this.#arrivals = arrivals;
    const tracks = arrivals.map(({ track }) => track);
    this.#streams.keep(tracks);
    this.#speaker.play(tracks.filter(({ kind }) => kind === 'audio'));
  }

  #note({ member, text }: { member: string; text: string }): void {
    const name = this.room?.members.find(({ id }) => id === member)?.name ?? '';
    const saying = {
      id: (this.sayings.at(-1)?.id ?? 0) + 1,
      name,
      text,
      own: member === this.#member,
    };
    this.sayings = [...this.sayings, saying].slice(-SAYINGS_MAX);
    if (!this.reads && !saying.own) this.unread++;
  }

  #ask(media: Medium[]): void {
    const more = media.filter((medium) => !this.asked.includes(medium));
    if (more.length > 0) this.asked = [...this.asked, ...more];
  }

  /** Send what is switched on; what fails is tried again. */
  async #send(): Promise<void> {
    const meeting = this.#meeting;
    if (!meeting || !this.room?.ready || !this.publishes || this.waits) return;
    const tracks = this.equipment.tracks;
    const now = tracks.map(({ track }) => track);
    if (now.length === this.#sent.length && now.every((track, i) => track === this.#sent[i]))
      return;
    this.#sent = now;
    try {
      await meeting.send(tracks);
    } catch {
      if (meeting !== this.#meeting) return;
      this.#sent = [];
      setTimeout(() => void this.#send(), RETRY_MS);
    }
  }

  async #try(does: (meeting: Meeting) => Promise<unknown>): Promise<boolean> {
    if (!this.#meeting) return false;
    this.problem = null;
    try {
      await does(this.#meeting);
      return true;
    } catch (cause) {
      this.problem = asProblem(cause);
      return false;
    }
  }

  /** Not let in: for good, without video at all, or for now. */
  async #refused(problem: Problem, stay: number): Promise<void> {
    const { status } = problem;
    if (status === 403 || status === 401 || status === 422)
      return void this.#forget('out', 'refused');
    if (status === 429) return void this.#forget('out', 'full');
    const health = status === 503 ? await readHealth().catch(() => null) : null;
    if (stay !== this.#stay) return;
    if (health && ['off', 'missing'].includes(health.state)) {
      return void this.#forget('without', health.state);
    }
    const wait = Math.min(RETRY_MS_MAX, RETRY_MS * 2 ** this.#failures++);
    this.#later = setTimeout(() => void this.enter(), wait);
  }

  /** The stay is over, or another begins. */
  #forget(phase: Phase, why: string): number {
    const meeting = this.#meeting;
    this.#stay++;
    clearTimeout(this.#later);
    this.#meeting = null;
    this.#member = '';
    this.#sent = [];
    this.#hear([]);
    this.room = null;
    this.quality = null;
    this.asked = [];
    this.phase = phase;
    this.why = why;
    void meeting?.leave();
    return this.#stay;
  }
}
