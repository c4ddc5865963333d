// Short notices of what was done, with the way back where there is one.

export type Toast = { id: number; text: string; undo: (() => void) | null };

const LASTS_MS = 6000;

class Toasts {
  list = $state.raw<Toast[]>([]);
  #next = 1;

  /** Tells what was done. */
  tell(text: string): void {
    const id = this.#add(text, null);
    setTimeout(() => this.drop(id), LASTS_MS);
  }

  /** Tells what is about to be done and does it when the notice ends, unless it is taken back. Leaving
   *  the page does it at once: what the reader was told must not be lost. */
  later(text: string, act: () => void, back: () => void): void {
    const finish = (done: () => void) => () => {
      clearTimeout(timer);
      removeEventListener('pagehide', doIt);
      this.drop(id);
      done();
    };
    const doIt = finish(act);
    const id = this.#add(text, finish(back));
    const timer = setTimeout(doIt, LASTS_MS);
    addEventListener('pagehide', doIt);
  }

  drop(id: number): void {
    this.list = this.list.filter((toast) => toast.id !== id);
  }

  #add(text: string, undo: (() => void) | null): number {
    const id = this.#next++;
    this.list = [...this.list, { id, text, undo }];
    return id;
  }
}

export const toasts = new Toasts();
