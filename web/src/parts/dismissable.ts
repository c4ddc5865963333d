// A floating part goes away by Escape (focus back to what opened it) and by a press or a focus outside.

type Options = { open: () => boolean; close: (back: boolean) => void };

export function dismissable(node: HTMLElement, options: Options): { destroy: () => void } {
  const outside = (event: Event) => {
    if (options.open() && !node.contains(event.target as Node)) options.close(false);
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !options.open()) return;
    event.stopPropagation();
    options.close(true);
  };
  document.addEventListener('pointerdown', outside);
  document.addEventListener('focusin', outside);
  node.addEventListener('keydown', key);
  return {
    destroy: () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
      node.removeEventListener('keydown', key);
    },
  };
}
