// What is heard: every sound that comes, played without a picture of its own. Some browsers play nothing
// before the page was clicked once; then `blocked` is told, and the next click or key lets
// everything be heard.

/** What a browser takes for a person's wish. */
const PRESSES = ['pointerup', 'keydown'] as const;

export class Speaker {
  #heard = new Map<MediaStreamTrack, HTMLAudioElement>();
  #blocked = false;
  #pressed = () => void this.resume();

  constructor(private readonly told: (blocked: boolean) => void) {}

  /** Play these and nothing else. */
  play(tracks: MediaStreamTrack[]): void {
    for (const [track, element] of this.#heard) {
      if (tracks.includes(track)) continue;
      element.srcObject = null;
      this.#heard.delete(track);
    }
    for (const track of tracks) {
      if (this.#heard.has(track)) continue;
      const element = new Audio();
      element.srcObject = new MediaStream([track]);
      this.#heard.set(track, element);
      void this.#begin(element);
    }
  }

  /** To be called from a click: then the browser lets everything be heard. */
  async resume(): Promise<void> {
    this.#tell(false);
    await Promise.all([...this.#heard.values()].map((element) => this.#begin(element)));
  }

  async #begin(element: HTMLAudioElement): Promise<void> {
    try {
      await element.play();
    } catch (cause) {
      if ((cause as { name?: string }).name === 'NotAllowedError') this.#tell(true);
    }
  }

  #tell(blocked: boolean): void {
    if (this.#blocked === blocked) return;
    this.#blocked = blocked;
    this.told(blocked);
    for (const press of PRESSES) {
      if (blocked) addEventListener(press, this.#pressed);
      else removeEventListener(press, this.#pressed);
    }
  }
}
