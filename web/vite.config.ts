import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

// The policy the server sends is `default-src 'self'`: no data: addresses and no inline script.
export default defineConfig({
  plugins: [svelte()],
  build: {
    target: ['chrome87', 'firefox90', 'safari15'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // CSS is left as written: the minifier would lower `translate` and `rotate` for no one.
    cssTarget: ['chrome111', 'firefox110', 'safari16'],
  },
  server: { proxy: { '/api': 'http://127.0.0.1:7101' } },
});
