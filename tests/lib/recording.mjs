// recording.mjs - what Janus and the room leave of a recording, made by hand, and a stand-in for
// janus-pp-rec that is as slow as a test wants it.
//
//   const tool = await Tool.make(hadir);             first in the PATH of a server started with tool.env
//   await leave(hadir, inspection, [{ member, kind, name, role, tag, at, bytes }]);   at: milliseconds from now
import { appendFile, mkdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** It copies its source, once the file `hold` is gone; each stands for four seconds. */
export class Tool {
  static async make(hadir) {
    const tool = new Tool();
    const folder = join(hadir.folder, 'tools');
    tool.holdFile = join(folder, 'hold');
    await mkdir(folder);
    const script = `#!/bin/sh
if [ "$4" = -e ]; then
  at=\${5##*-user-????????????????-}; kind=\${at#*-}; at=\${at%%-*}
  case $kind in audio*) of='"t":"a","c":"opus"' ;; *) of='"t":"v","c":"vp8"' ;; esac
  echo "{$of,\\"u\\":$at,\\"extended\\":{\\"duration\\":4.0}}"
else
  while [ -e ${tool.holdFile} ]; do sleep 0.05; done
  grep -q unreadable "$6" && { echo 'no whole picture'; exit 1; }
  cat "$6" > "$7"
fi
`;
    await writeFile(join(folder, 'janus-pp-rec'), script, { mode: 0o700 });
    process.env.PATH = `${folder}:${process.env.PATH}`; // of this test's servers
    return tool;
  }

  hold() {
    return writeFile(this.holdFile, '');
  }

  release() {
    return rm(this.holdFile);
  }
}

/** How far the server's clock is ahead of the machine's, as the journal of a room said last. */
async function aheadOf(journal) {
  const lines = (await readFile(journal, 'utf8').catch(() => '')).trim().split('\n');
  const { at_ms: at = 0, machine_ms: machine = 0 } = lines.at(-1) ? JSON.parse(lines.at(-1)) : {};
  return at - machine;
}

/** The files of one room: each of a member of sixteen letters, some milliseconds from now on. */
export async function leave(hadir, inspection, files) {
  const folder = join(hadir.data, 'recordings', `sidak-${inspection}`);
  const old = new Date(Date.now() - 60_000);
  const now = Date.now();
  await mkdir(folder, { recursive: true });
  const ahead = await aheadOf(join(folder, 'journal'));
  for (const { member, kind = 'video', index = 1, name = '', role = 'head', tag = '', at, bytes = `${kind} of ${member}` } of files) {
    const file = join(folder, `videoroom-sidak-${inspection}-user-${member}-${(now + at) * 1000}-${kind}-${index}.mjr`);
    const line = { what: 'member', at_ms: now + ahead, machine_ms: now, member, name, role, tag };
    await appendFile(join(folder, 'journal'), `${JSON.stringify(line)}\n`);
    await writeFile(file, `MJR00002 ${bytes}`);
    await utimes(file, old, old);
  }
  return folder;
}

/** A film as it is when all is done. */
export async function keepFilm(hadir, inspection, film) {
  const folder = join(hadir.data, 'recordings', `sidak-${inspection}`);
  const line = { what: 'film', at_ms: 1, machine_ms: 1, lasts_ms: 1000, bytes: 4, member: 'm', medium: 'picture', file: film };
  await mkdir(folder, { recursive: true });
  await appendFile(join(folder, 'journal'), `${JSON.stringify(line)}\n`);
  await writeFile(join(folder, film), 'film');
}
