// A member's stay in a room: joins, sends, receives what the room's plan says, reports how the link
// is, and recovers by itself. A page gives it tracks to send and shows what it is told.
import { follow } from '../board/feed';
import { Receiver, Sender, type Arrival } from './peer';
import { generous, qualityOf, thriftAfter, type Quality } from './quality';
import { apply, difference, plan, type News, type Room, type Size, type View } from './room';
import { join, signalsOf, streamOf, type Signals, type SwitchedOn } from './signal';

/** How often the link is measured, and the server told that we are here. */
const SAMPLE_MS = 2000;
const PRESENCE_SAMPLES = 5;

export type Told = {
  /** The room has changed. */
  room: (room: Room) => void;
  /** What is received now: all of it. */
  arrivals: (arrivals: Arrival[]) => void;
  /** Somebody wrote (said), a moderator asks for sound or picture (asked), and the like. */
  news: (name: string, news: News) => void;
  /** How the link is, and whether pictures were given up for it. */
  quality: (quality: Quality, soundOnly: boolean) => void;
  /** It is over: left, removed, closed, or the session has expired. */
  over: (why: string) => void;
};

export type Wanted = Omit<View, 'soundOnly'>;

/** What is sent: a microphone that is off is sent too, silent; a screen is no camera. */
export type Sent = { track: MediaStreamTrack; screen?: boolean };

/** What others are told of it. */
export const switchedOn = (sent: Sent[]): SwitchedOn => ({
  microphone: sent.some(({ track }) => track.kind === 'audio' && track.enabled),
  camera: sent.some(({ track, screen }) => track.kind === 'video' && !screen),
});

export class Meeting {
  readonly member: string;
  readonly signals: Signals;
  room: Room | undefined;
  quality: Quality = 4;
  #sender: Sender;
  #receiver: Receiver;
  #view: Wanted;
  #soundOnly = false; // by choice
  #thrift = generous; // by need
  #sizes = '';
  #sent: Sent[] = [];
  #said = ''; // of what is switched on
  #timer: ReturnType<typeof setInterval>;
  #unfollow: () => void;
  #counts = { received: 0, lost: 0, samples: 0 };
  #planning = false;
  #planAgain = false;
  #online = () => void this.#recover();

  static async enter(room: string, ticket: string, told: Told, small = 8): Promise<Meeting> {
    const joined = await join(room, ticket);
    return new Meeting(joined, told, small);
  }

  private constructor(
    joined: Awaited<ReturnType<typeof join>>,
    private readonly told: Told,
    small: number,
  ) {
    this.member = joined.member;
    this.signals = signalsOf({ room: joined.room, member: joined.member });
    this.#view = { small };
    this.#sender = new Sender('publish', this.signals, joined.iceServers);
    this.#receiver = new Receiver(this.signals, joined.iceServers, told.arrivals);
    this.#timer = setInterval(() => void this.#sample(), SAMPLE_MS);
    this.#unfollow = follow(streamOf(joined), {
      event: ({ name, data }) => this.#hear(name, JSON.parse(data)),
      refused: (status) => this.#end(status === 404 ? 'gone' : 'expired'),
    });
    globalThis.addEventListener?.('online', this.#online);
  }

  get soundOnly(): boolean {
    return this.#soundOnly || this.#thrift.soundOnly;
  }

  /** Send these tracks and nothing else. */
  async send(tracks: Sent[]): Promise<void> {
    this.#sent = tracks;
    await Promise.all([this.#sender.send(tracks), this.tellSwitches()]);
  }

  /** A microphone was switched on or off: others see it at once. What is not heard is said again soon. */
  async tellSwitches(): Promise<void> {
    if (this.#said === JSON.stringify(switchedOn(this.#sent))) return;
    await this.#present().catch(() => undefined);
  }

  /** Look at somebody large (without one: at who has the floor), and at so many small, rather at these. */
  look(view: Wanted): void {
    this.#view = view;
    void this.#follow();
  }

  /** Sound only, by choice. */
  listenOnly(on: boolean): void {
    this.#soundOnly = on;
    void this.#follow();
  }

  /** Pictures decoded so far, by feed: one that stands still is a picture that does not come. */
  async pictures(): Promise<Record<string, number>> {
    const report = await this.#receiver.stats();
    const decoded: Record<string, number> = {};
    for (const stats of report?.values() ?? []) {
      if (stats.type !== 'inbound-rtp' || stats.kind !== 'video') continue;
      const stream = this.#receiver.received.find(({ mid }) => mid === stats.mid);
      if (stream?.feed) decoded[stream.feed] = stats.framesDecoded ?? 0;
    }
    return decoded;
  }

  /** Sound received so far, in packets, by the name of the stream in our connection. */
  async hearing(): Promise<Record<string, number>> {
    const report = await this.#receiver.stats();
    const heard: Record<string, number> = {};
    for (const stats of report?.values() ?? []) {
      if (stats.type === 'inbound-rtp' && stats.kind === 'audio') {
        heard[stats.mid] = stats.packetsReceived ?? 0;
      }
    }
    return heard;
  }

  async leave(): Promise<void> {
    this.#end('left');
    await this.signals.leave().catch(() => undefined);
  }

  #end(why: string): void {
    this.#unfollow();
    clearInterval(this.#timer);
    globalThis.removeEventListener?.('online', this.#online);
    this.#sender.close();
    this.#receiver.close();
    this.told.over(why);
  }

  #hear(name: string, data: unknown): void {
    const before = this.room;
    this.room = apply(before, name, data);
    if (this.room !== before) this.told.room(this.room);
    const news = data as News;
    if (name === 'end' || name === 'closed') return this.#end(name === 'end' ? news.text : name);
    if (name === 'reset') return void this.#renew();
    if (name === 'hangup') {
      return void (news.text === 'publish' ? this.#sender : this.#receiver)
        .renew()
        .catch(() => undefined);
    }
    if (name === 'asked' || name === 'said') this.told.news(name, news);
    void this.#follow();
  }

  async #recover(): Promise<void> {
    await Promise.allSettled([this.#sender.recover(), this.#receiver.recover()]);
  }

  /** Janus began anew: what was received is sent again only after its senders came back. */
  async #renew(): Promise<void> {
    this.#receiver.received = [];
    this.#sizes = '';
    await Promise.allSettled([this.#sender.renew(), this.#receiver.renew()]);
    void this.#follow();
  }

  /** Make what comes what is wanted; what changes meanwhile is looked at once more. */
  async #follow(): Promise<void> {
    this.#planAgain = true;
    if (this.#planning) return;
    this.#planning = true;
    while (this.#planAgain) {
      this.#planAgain = false;
      await this.#followOnce().catch(() => undefined);
    }
    this.#planning = false;
  }

  async #followOnce(): Promise<void> {
    const room = this.room;
    const me = room?.members.find(({ id }) => id === this.member);
    if (!room?.ready || !me || me.waits) return;
    const { wishes, size } = plan(room, this.member, { ...this.#view, soundOnly: this.soundOnly });
    const { begin, end } = difference(wishes, this.#receiver.received);
    if (begin.length > 0 || end.length > 0) await this.#receiver.change(begin, end);
    await this.#choose(size);
  }

  async #choose(size: (feed: string) => Size): Promise<void> {
    const streams = this.#receiver.received
      .filter(({ active, medium }) => active && medium === 'picture')
      .map(({ mid, feed }) => ({ mid, size: size(feed) }));
    const said = JSON.stringify(streams);
    if (said === this.#sizes || streams.length === 0) return;
    await this.signals.layers(streams);
    this.#sizes = said;
  }

  /** Measure the link; with it the server hears that we are still here. */
  async #sample(): Promise<void> {
    const before = { soundOnly: this.soundOnly, quality: this.quality };
    const reports = await Promise.all([this.#sender.stats(), this.#receiver.stats()]);
    const now = { received: 0, lost: 0, roundTripMs: 0 };
    for (const stats of reports.flatMap((report) => [...(report?.values() ?? [])])) {
      if (stats.type === 'inbound-rtp' || stats.type === 'remote-inbound-rtp') {
        now.received += stats.packetsReceived ?? 0;
        now.lost += Math.max(0, stats.packetsLost ?? 0);
      }
      if (stats.type === 'candidate-pair' && stats.nominated) {
        now.roundTripMs = Math.max(now.roundTripMs, 1000 * (stats.currentRoundTripTime ?? 0));
      }
    }
    this.quality = qualityOf({
      received: Math.max(0, now.received - this.#counts.received),
      lost: Math.max(0, now.lost - this.#counts.lost),
      roundTripMs: now.roundTripMs,
      connected: [this.#sender, this.#receiver].every((peer) => !peer.inUse || peer.connected),
    });
    const samples = this.#counts.samples + 1;
    this.#counts = { received: now.received, lost: now.lost, samples };
    this.#thrift = thriftAfter(this.#thrift, this.quality);
    const changed = before.quality !== this.quality || before.soundOnly !== this.soundOnly;
    if (changed) this.told.quality(this.quality, this.soundOnly);
    if (changed || samples % PRESENCE_SAMPLES === 1) await this.#present().catch(() => undefined);
    else await this.tellSwitches();
    void this.#follow();
  }

  async #present(): Promise<void> {
    const on = switchedOn(this.#sent);
    await this.signals.presence(this.quality, this.soundOnly, on);
    this.#said = JSON.stringify(on);
  }
}
