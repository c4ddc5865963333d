// The two connections of a member: what he sends, and what he receives. Each is negotiated one step
// at a time, finds a new way through the network when the old one breaks, and begins anew when that
// does not help.
import type { Received, Wish } from './room';
import type { Connection, Signals } from './signal';

/** A line that is silent for this long is looked for anew; the browser itself waits much longer. */
const SILENT_MS = 1500;
/** A restart that has not helped after this long is followed by a new connection. */
const RESTART_MS = 3500;

/** A camera in three sizes, the largest first as Janus expects; a screen in one. */
const SIZES: RTCRtpEncodingParameters[] = [
  { rid: 'h', maxBitrate: 700_000 },
  { rid: 'm', scaleResolutionDownBy: 2, maxBitrate: 250_000 },
  { rid: 'l', scaleResolutionDownBy: 4, maxBitrate: 90_000 },
];
/** A camera that is small already, in two: what the middle and the small size of a large one take. */
const SMALL_SIZES: RTCRtpEncodingParameters[] = [
  { rid: 'h', maxBitrate: 250_000 },
  { rid: 'l', scaleResolutionDownBy: 2, maxBitrate: 90_000 },
];
const SMALL_PIXELS_MAX = 640 * 360;

/** The sizes in which a picture of so many pixels is sent. */
export const sizesFor = ({ width = 0, height = 0 }: { width?: number; height?: number }) =>
  width * height > 0 && width * height <= SMALL_PIXELS_MAX ? SMALL_SIZES : SIZES;

/** One connection with its candidates, its watch over the line, and its steps in a row. */
abstract class Peer {
  protected pc: RTCPeerConnection | undefined;
  #steps: Promise<unknown> = Promise.resolve();
  #silence: ReturnType<typeof setTimeout> | undefined;
  #closed = false;
  #renewals = 0; // asked for and not begun: no use in mending what there is

  constructor(
    readonly name: Connection,
    protected readonly signals: Signals,
    protected readonly iceServers: RTCIceServer[],
  ) {}

  get connected(): boolean {
    return this.pc?.connectionState === 'connected';
  }

  get inUse(): boolean {
    return this.pc !== undefined;
  }

  stats(): Promise<RTCStatsReport | undefined> {
    return this.pc?.getStats() ?? Promise.resolve(undefined);
  }

  /** A new way through the network, for a line that broke; then, if it must be, a new connection. */
  recover(): Promise<void> {
    return this.step(async () => {
      if (!this.pc || this.connected || this.#renewals > 0) return;
      const restarted = await this.restart().then(
        () => this.#isConnectedSoon(),
        () => false,
      );
      if (!restarted && this.#renewals === 0) await this.begin();
    });
  }

  /** A new connection for what is sent or received now; what fails is tried again soon. */
  async renew(): Promise<void> {
    this.#renewals++;
    await this.step(async () => {
      this.#renewals--;
      if (this.pc) await this.begin();
    }).catch(() => this.#later());
  }

  close(): void {
    this.#closed = true;
    this.drop();
  }

  protected abstract restart(): Promise<void>;
  protected abstract begin(): Promise<void>;

  /** What fails does not stop the steps after it; whoever asked hears of it. */
  protected step<T>(work: () => Promise<T>): Promise<T | undefined> {
    const next = this.#steps.then(() => (this.#closed ? undefined : work()));
    this.#steps = next.catch(() => undefined);
    return next;
  }

  protected open(): RTCPeerConnection {
    this.drop();
    const pc = new RTCPeerConnection({ iceServers: this.iceServers, bundlePolicy: 'max-bundle' });
    pc.onicecandidate = ({ candidate }) => void this.#tell(pc, candidate);
    pc.onconnectionstatechange = () => this.#watchOver(pc);
    this.pc = pc;
    return pc;
  }

  protected drop(): void {
    clearTimeout(this.#silence);
    this.pc?.close();
    this.pc = undefined;
  }

  /** Janus must know of the connection before it hears of ways to it. */
  async #tell(pc: RTCPeerConnection, candidate: RTCIceCandidate | null): Promise<void> {
    while (pc === this.pc && !pc.remoteDescription) await pause(20);
    if (pc !== this.pc) return;
    await this.signals.candidate(this.name, candidate).catch(() => undefined);
  }

  #watchOver(pc: RTCPeerConnection): void {
    clearTimeout(this.#silence);
    if (pc !== this.pc || this.#closed) return;
    if (pc.connectionState === 'failed') void this.recover().catch(() => this.#later());
    if (pc.connectionState === 'disconnected') this.#later();
  }

  #later(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => void this.recover().catch(() => this.#later()), SILENT_MS);
  }

  async #isConnectedSoon(): Promise<boolean> {
    for (const end = Date.now() + RESTART_MS; Date.now() < end; await pause(50)) {
      if (this.connected || this.#renewals > 0) break;
    }
    return this.connected;
  }
}

/** What a member sends: one sound, a camera, a screen. */
export class Sender extends Peer {
  #tracks: { track: MediaStreamTrack; screen: boolean }[] = [];

  /** Send these and nothing else; none: stop sending. Another device of the same kind takes the place of
   *  the one before, and nothing is negotiated. */
  send(tracks: { track: MediaStreamTrack; screen?: boolean }[]): Promise<void> {
    return this.step(async () => {
      const before = this.#tracks;
      this.#tracks = tracks.map(({ track, screen }) => ({ track, screen: screen ?? false }));
      if (tracks.length > 0) return (await this.#replace(before)) ? undefined : this.begin();
      this.drop();
      await this.signals.unpublish();
    }) as Promise<void>;
  }

  /** True when what is sent has only other devices now. */
  async #replace(before: { track: MediaStreamTrack; screen: boolean }[]): Promise<boolean> {
    const places = this.pc?.remoteDescription ? this.pc.getTransceivers() : [];
    const same = this.#tracks.every(
      ({ track, screen }, i) =>
        track.kind === before[i]?.track.kind && screen === before[i]?.screen && places[i],
    );
    if (!same || before.length !== this.#tracks.length) return false;
    const replaced = this.#tracks.map(({ track }, i) => places[i]?.sender.replaceTrack(track));
    return Promise.all(replaced).then(
      () => true,
      () => false, // not of the same make: then it is negotiated after all
    );
  }

  protected async begin(): Promise<void> {
    const pc = this.open();
    for (const { track, screen } of this.#tracks) {
      const isCamera = track.kind === 'video' && !screen;
      const sendEncodings = isCamera ? sizesFor(track.getSettings()) : undefined;
      pc.addTransceiver(track, { direction: 'sendonly', ...(sendEncodings && { sendEncodings }) });
    }
    await this.#negotiate(pc, { fresh: true });
  }

  protected async restart(): Promise<void> {
    if (this.pc) await this.#negotiate(this.pc, { iceRestart: true });
  }

  async #negotiate(
    pc: RTCPeerConnection,
    { fresh, iceRestart }: { fresh?: boolean; iceRestart?: boolean },
  ): Promise<void> {
    await pc.setLocalDescription(await pc.createOffer({ iceRestart: iceRestart ?? false }));
    const screens = this.#tracks.filter(({ screen }) => screen).map(({ track }) => track);
    const shared = pc
      .getTransceivers()
      .find(({ sender }) => sender.track && screens.includes(sender.track));
    const { sdp } = await this.signals.publish({
      sdp: pc.localDescription?.sdp ?? '',
      ...(shared?.mid && { screen: shared.mid }),
      ...(fresh && { fresh }),
    });
    await pc.setRemoteDescription({ type: 'answer', sdp });
  }
}

export type Arrival = { feed: string; feedMid: string; mid: string; track: MediaStreamTrack };

/** What a member receives. */
export class Receiver extends Peer {
  received: Received[] = [];

  constructor(
    signals: Signals,
    iceServers: RTCIceServer[],
    private readonly arrived: (arrivals: Arrival[]) => void,
  ) {
    super('watch', signals, iceServers);
  }

  /** Begin with some streams and end with others. */
  change(subscribe: Wish[], unsubscribe: Wish[]): Promise<void> {
    return this.step(async () => {
      const fresh = !this.pc;
      if (fresh && subscribe.length === 0) return;
      const pc = this.pc ?? this.open();
      try {
        await this.#take(pc, { subscribe, unsubscribe: fresh ? [] : unsubscribe, fresh });
      } catch (cause) {
        if (fresh) this.drop();
        throw cause;
      }
    }) as Promise<void>;
  }

  protected async begin(): Promise<void> {
    const subscribe = this.received
      .filter(({ active }) => active)
      .map(({ feed, feed_mid }) => ({ feed, mid: feed_mid }));
    this.received = [];
    this.drop();
    this.arrived([]);
    if (subscribe.length > 0) await this.#take(this.open(), { subscribe, fresh: true });
  }

  protected async restart(): Promise<void> {
    if (this.pc) await this.#take(this.pc, { restart: true });
  }

  async #take(pc: RTCPeerConnection, body: Parameters<Signals['watch']>[0]): Promise<void> {
    const offer = await this.signals.watch(body);
    if (offer.streams.length > 0) this.received = offer.streams;
    if (!offer.sdp) return;
    await pc.setRemoteDescription({ type: 'offer', sdp: offer.sdp });
    await pc.setLocalDescription(await pc.createAnswer());
    await this.signals.answer(pc.localDescription?.sdp ?? '');
    this.arrived(this.#arrivals(pc));
  }

  #arrivals(pc: RTCPeerConnection): Arrival[] {
    return this.received.flatMap(({ active, feed, feed_mid, mid }) => {
      const track = pc.getTransceivers().find((each) => each.mid === mid)?.receiver.track;
      return active && track ? [{ feed, feedMid: feed_mid, mid, track }] : [];
    });
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
