import './look/tokens.css';
import './look/components.css';
import { mount } from 'svelte';

import App from './App.svelte';
import { look } from './look/theme.svelte';
import { listen } from './route/router.svelte';
import { words } from './words/words.svelte';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no element with the id "app"');

look.apply();
words.apply();
listen();
// A page that was open while the program was renewed asks for files that are gone: load it anew, once.
addEventListener('vite:preloadError', () => {
  const key = 'hadir.reloaded';
  if (sessionStorage.getItem(key) === location.pathname) return;
  sessionStorage.setItem(key, location.pathname);
  location.reload();
});
addEventListener('beforeprint', () => look.print(true));
addEventListener('afterprint', () => look.print(false));
mount(App, { target });
