// The address bar as state. Links stay plain links: one listener takes those that lead to our pages.

class Place {
  path = $state(location.pathname);
  query = $state.raw(new URLSearchParams(location.search));

  read(): void {
    this.path = location.pathname;
    this.query = new URLSearchParams(location.search);
  }
}

const place = new Place();

export const path = (): string => place.path;
export const query = (name: string): string => place.query.get(name) ?? '';

/** Goes to another page, or with `replace` puts it in the place of this one. */
export function go(to: string, replace = false): void {
  if (to === location.pathname + location.search) return;
  if (replace) history.replaceState(null, '', to);
  else history.pushState(null, '', to);
  const before = place.path;
  place.read();
  if (place.path !== before) window.scrollTo(0, 0);
}

/** The present address with some of its query changed; an empty value leaves the name out. */
export function withQuery(changes: Record<string, string>): string {
  const next = new URLSearchParams(place.query);
  for (const [name, value] of Object.entries(changes)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  const text = next.toString();
  return place.path + (text ? `?${text}` : '');
}

function take(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element | null)?.closest('a');
  if (!link || link.target || link.hasAttribute('download')) return;
  if (link.origin !== location.origin || link.pathname.startsWith('/api/')) return;
  if (link.hash && link.pathname === location.pathname) return;
  event.preventDefault();
  go(link.pathname + link.search);
}

export function listen(): void {
  addEventListener('popstate', () => place.read());
  document.addEventListener('click', take);
}
