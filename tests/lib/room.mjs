// room.mjs - a room of video as a client without a camera sees it.
//
//   await hadir.serve({ args: await video(hadir) });
//   const leader = await Member.join(hadir, 'rapat', { account, password }, { role: 'moderator' });
//   await leader.post('orders', { order: 'mute' });
//   leader.events.heard
//
// Media stay on the loopback: a bare machine has no other interface.
import assert from 'node:assert/strict';
import { readdir, readlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { Events } from './events.mjs';
import { accountIn, runProgram, until } from './hadir.mjs';

const SHIM = join(dirname(fileURLToPath(import.meta.url)), 'loopback.c');

/** Options of `hadir serve`: a Janus that uses the loopback, and UDP ports of the test's own. */
export async function video(hadir, ports = '21100-21149') {
  const library = join(hadir.folder, 'loopback.so');
  const janus = join(hadir.folder, 'janus');
  const built = await runProgram('cc', ['-D_GNU_SOURCE', '-shared', '-fPIC', '-o', library, SHIM]);
  assert.equal(built.status, 0, built.stderr);
  await writeFile(janus, `#!/bin/sh\nLD_PRELOAD=${library} exec janus "$@"\n`, { mode: 0o700 });
  return ['--janus', janus, '--media-interfaces', 'lo', '--media-ports', ports];
}

/** The process that works in the folder of this data folder's video server. */
export async function janusOf(hadir) {
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    if ((await readlink(`/proc/${pid}/cwd`).catch(() => '')) === join(hadir.data, 'run/janus')) return Number(pid);
  }
  throw new Error('no Janus runs');
}

/** An account, for signIn. */
export async function addAccount(hadir, account, role = 'head') {
  const { stdout, stderr } = await hadir.run(['user', 'add', account, '--role', role]);
  return accountIn(stdout + stderr);
}

/** A ticket into a room, as somebody at the server's machine makes it. */
export async function ticketFor(hadir, room, account, { role = 'speaker', name = account, lobby = false } = {}) {
  const words = ['room', 'ticket', room, '--account', account, '--name', name, '--role', role];
  return (await hadir.run(lobby ? [...words, '--lobby'] : words)).stdout.trim();
}

export class Member {
  static async join(hadir, room, who, options = {}) {
    return Member.enter(hadir, room, who, await ticketFor(hadir, room, who.account, options));
  }

  static async enter(hadir, room, who, ticket) {
    const member = new Member();
    member.fetch = await hadir.signIn(who);
    member.room = room;
    const reply = await member.fetch(`/api/rooms/${room}/members`, { method: 'POST', body: { ticket } });
    if (reply.status !== 201) throw new Error(`${who.account} cannot join: ${reply.text}`);
    member.joined = reply;
    member.id = reply.json.member;
    member.path = `/api/rooms/${room}/members/${member.id}`;
    return member;
  }

  /** Hear what happens, from the room as it is now. */
  async listen(hadir, t, who) {
    const { headers } = await hadir.session(who);
    this.events = await Events.open(`${hadir.url}${this.path}/stream`, { Cookie: headers.Cookie });
    t.after(() => this.events.close());
    await until(() => this.events.heard.length, 'the room');
    return this;
  }

  post(what, body = {}) {
    return this.fetch(`${this.path}/${what}`, { method: 'POST', body });
  }

  /** The room as told last: the snapshot with what changed since. */
  get told() {
    let room;
    for (const { event, data } of this.events.heard) {
      if (event === 'snapshot') room = structuredClone(data);
      if (event === 'member') room.members = [...room.members.filter(({ id }) => id !== data.id), data];
      if (event === 'gone') room.members = room.members.filter(({ id }) => id !== data.member);
      if (event === 'floor') room.floor = data.member;
      if (event === 'ready') room.ready = data.on;
    }
    return room;
  }

  see(check, what) {
    return until(() => check(this.told), what);
  }
}

/** What a browser with a camera would offer; nobody answers at its address. */
export const OFFER = [
  'v=0', 'o=- 4611731400430051336 2 IN IP4 127.0.0.1', 's=-', 't=0 0', 'a=group:BUNDLE 0 1', 'a=msid-semantic: WMS s',
  ...['audio 9 UDP/TLS/RTP/SAVPF 111', 'video 9 UDP/TLS/RTP/SAVPF 96'].flatMap((line, mid) => [
    `m=${line}`, 'c=IN IP4 0.0.0.0', 'a=rtcp:9 IN IP4 0.0.0.0', 'a=ice-ufrag:Fr3g', 'a=ice-pwd:0123456789abcdefghijklmn', 'a=ice-options:trickle',
    `a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => 'AB').join(':')}`, 'a=setup:actpass', `a=mid:${mid}`, 'a=sendonly',
    `a=msid:s t${mid}`, 'a=rtcp-mux', mid === 0 ? 'a=rtpmap:111 opus/48000/2' : 'a=rtpmap:96 VP8/90000',
    ...(mid === 0 ? ['a=fmtp:111 minptime=10;useinbandfec=1'] : ['a=rtcp-fb:96 nack pli']),
    `a=ssrc:${1000 + mid} cname:c`, `a=ssrc:${1000 + mid} msid:s t${mid}`,
  ]),
  '',
].join('\r\n');
