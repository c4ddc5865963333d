// The reader's own camera, microphone and screen: what is on, what was refused, which were chosen.
import { remember, remembered } from '../session/memory';
import type { Sent } from '../room/meeting';
import { type Choice, type Kind, Refused, type Refusal, open } from './devices';

export class Equipment {
  /** The microphone is on: what is said here can be sent. */
  microphone = $state(false);
  /** The browser gave one: it is on, or one tap away. */
  hasMicrophone = $state(false);
  camera = $state.raw<MediaStream | null>(null);
  screen = $state.raw<MediaStream | null>(null);
  /** What the browser or its user did not give. */
  refusal = $state.raw<{ kind: Kind; why: Refusal } | null>(null);
  /** What is being asked for just now. */
  asking = $state<Kind | ''>('');
  choice = $state<Choice>({
    microphone: remembered('stage.microphone') ?? '',
    camera: remembered('stage.camera') ?? '',
  });

  #sound: MediaStreamTrack | null = null;

  /** `changed`: other tracks are to be sent than before. */
  constructor(private readonly changed: () => void) {}

  /** What is sent: a microphone that is off stays in the line, silent, so that one tap opens it. */
  get tracks(): Sent[] {
    const pictures = [this.camera, this.screen].flatMap((stream) => stream?.getTracks() ?? []);
    return [
      ...(this.#sound ? [{ track: this.#sound }] : []),
      ...pictures.map((track) => ({
        track,
        screen: this.screen?.getTracks().includes(track) ?? false,
      })),
    ];
  }

  async setMicrophone(on: boolean): Promise<void> {
    if (on && !this.#sound) {
      this.#sound = await this.#open('microphone', () => this.#loseSound());
      if (!this.#sound) return;
      this.hasMicrophone = true;
      this.changed();
    }
    if (this.#sound) this.#sound.enabled = on;
    this.microphone = on && this.#sound !== null;
  }

  async setCamera(on: boolean): Promise<void> {
    if (on === (this.camera !== null)) return;
    this.camera = await this.#picture('camera', on ? null : this.camera, () => this.#loseCamera());
    this.changed();
  }

  async setScreen(on: boolean): Promise<void> {
    if (on === (this.screen !== null)) return;
    this.screen = await this.#picture('screen', on ? null : this.screen, () => {
      this.screen = null;
      this.changed();
    });
    this.changed();
  }

  /** Camera and microphone with one tap, the microphone still off: it waits for the call. */
  async prepare(): Promise<void> {
    const wasOn = this.microphone;
    await this.setMicrophone(true);
    if (!wasOn) await this.setMicrophone(false);
    await this.setCamera(true);
  }

  /** Another device of a kind; what is on is switched over. The one before is closed first: a phone opens
   *  no two cameras. */
  async choose(kind: 'microphone' | 'camera', id: string): Promise<void> {
    this.choice[kind] = id;
    remember(`stage.${kind}`, id);
    if (kind === 'camera' && this.camera) {
      this.camera.getTracks().forEach((track) => track.stop());
      this.camera = await this.#picture('camera', null, () => this.#loseCamera());
      this.changed();
    }
    if (kind === 'microphone' && this.#sound) {
      this.#sound.stop();
      this.#sound = await this.#open('microphone', () => this.#loseSound());
      this.hasMicrophone = this.#sound !== null;
      this.microphone &&= this.hasMicrophone;
      if (this.#sound) this.#sound.enabled = this.microphone;
      this.changed();
    }
  }

  /** Everything off; lamps go out. */
  stop(): void {
    for (const { track } of this.tracks) track.stop();
    this.#sound = null;
    this.microphone = this.hasMicrophone = false;
    this.camera = this.screen = null;
  }

  #loseCamera(): void {
    this.camera = null;
    this.changed();
  }

  #loseSound(): void {
    this.#sound?.stop();
    this.#sound = null;
    this.microphone = this.hasMicrophone = false;
    this.changed();
  }

  /** A picture that begins, or null after the one that is given has ended. */
  async #picture(
    kind: 'camera' | 'screen',
    before: MediaStream | null,
    lost: () => void,
  ): Promise<MediaStream | null> {
    before?.getTracks().forEach((track) => track.stop());
    const track = before ? null : await this.#open(kind, lost);
    return track && new MediaStream([track]);
  }

  async #open(kind: Kind, lost: () => void): Promise<MediaStreamTrack | null> {
    this.asking = kind;
    this.refusal = null;
    try {
      const track = await open(kind, this.choice);
      track.addEventListener('ended', lost); // pulled out, or taken back in the browser
      return track;
    } catch (cause) {
      const { why } = cause as Refused;
      const cancelled = kind === 'screen' && why === 'denied';
      if (!cancelled) this.refusal = { kind, why };
      return null;
    } finally {
      this.asking = '';
    }
  }
}
