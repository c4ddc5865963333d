// Makes src/api/schema.d.ts from what the program itself says of its interface, `hadir openapi`.
//
//   npm run types              writes the file
//   npm run types -- --check   fails when the file is not what the program says
//
// HADIR_PROGRAM names another program than the one in ../build.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import openapiTS, { astToString } from 'openapi-typescript';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const file = join(root, 'src', 'api', 'schema.d.ts');
const program = resolve(root, '..', process.env.HADIR_PROGRAM ?? 'build/hadir');

const document = JSON.parse(
  execFileSync(program, ['openapi'], { encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 }),
);
const made = `// Made from the program by \`npm run types\`; it is not to be changed by hand.\n\n${astToString(
  await openapiTS(document),
)}`;

if (!process.argv.includes('--check')) {
  writeFileSync(file, made);
} else if (readFileSync(file, 'utf8') !== made) {
  console.error('src/api/schema.d.ts is not what the program says: run `npm run types`');
  process.exit(1);
}
