// Light, dark, or as the system says. The wall has its own theme whatever the reader chose.
import { remember, remembered } from '../session/memory';

export type Theme = 'system' | 'light' | 'dark';

class Look {
  #theme = $state<Theme>(known(remembered('theme')));
  #wall = false;
  #paper = false;

  get theme(): Theme {
    return this.#theme;
  }

  set theme(theme: Theme) {
    this.#theme = theme;
    remember('theme', theme);
    this.apply();
  }

  /** Puts the page into the wall's dress, or back into the desk's. */
  wall(on: boolean): void {
    this.#wall = on;
    this.apply();
  }

  /** Paper is light, whatever the screen is. */
  print(on: boolean): void {
    this.#paper = on;
    this.apply();
  }

  apply(): void {
    const { dataset } = document.documentElement;
    if (this.#wall) dataset['page'] = 'wall';
    else delete dataset['page'];
    if (this.#wall) dataset['theme'] = 'wall';
    else if (this.#paper) dataset['theme'] = 'light';
    else if (this.#theme === 'system') delete dataset['theme'];
    else dataset['theme'] = this.#theme;
  }
}

function known(theme: string | null): Theme {
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

export const look = new Look();
