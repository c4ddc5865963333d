// Bundles every src/**/*.test.ts with the esbuild that Vite brings and runs them with Node's own
// runner. Node 18 cannot read TypeScript, and the tests need nothing that a browser has.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'node_modules', '.cache', 'tests');

function tests(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return tests(path);
    return entry.name.endsWith('.test.ts') ? [path] : [];
  });
}

rmSync(out, { recursive: true, force: true });
await build({
  entryPoints: tests(join(root, 'src')),
  outdir: out,
  outbase: join(root, 'src'),
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node18',
  sourcemap: 'inline',
});

function bundled(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? bundled(path) : [path];
  });
}

const { status } = spawnSync(
  process.execPath,
  ['--enable-source-maps', '--test', ...bundled(out)],
  { stdio: 'inherit' },
);
process.exit(status ?? 1);
