import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

// The policy the server sends is `default-src 'self'`: no data: addresses and no inline script.
export default defineConfig({
  plugins: [svelte()],
  build: {
    // light-dark() asks for these; a phone of 2018 has Chrome 138.
    target: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:7101' } },
});
