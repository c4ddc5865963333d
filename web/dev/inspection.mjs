// Plays an inspection for the mock: the room moves by the acts that a client sends, and every watcher
// is told. No rule of the program is here but what a screen needs to be tried.
import { CODE, at, dressed, evidence, instructions, plan, room } from './fixtures-inspection.mjs';

let held = null;
const watchers = new Set();

/** The room as it is now; it begins in the moment that the stage names. */
export function now(stage) {
  if (held?.moment !== stage.session) held = { moment: stage.session, room: room(stage.session) };
  return held.room;
}
export const reset = () => (held = null);

const clock = (shown) => {
  const ms = Date.parse(shown.at) + 1000;
  return new Date(ms + 7 * 3_600_000).toISOString().slice(0, 19) + '+07:00';
};

function change(stage, by, code = '') {
  const before = now(stage);
  const after = dressed({ ...before, number: before.number + 1, at: clock(before), ...by });
  held.room = after;
  const { number, at, progress, called, next, head, instructions, programmes, order, opening } =
    after;
  const agencies = after.agencies.filter(
    (row) => row.code === code || !before.agencies.includes(row),
  );
  const told = {
    inspection: CODE,
    number,
    at,
    progress,
    called,
    next,
    head,
    agencies,
    instructions,
    programmes,
    order,
    opening,
  };
  for (const tell of watchers) tell('change', told);
  return after;
}

const rows = (shown, code, by) =>
  shown.agencies.map((row) => (row.code === code ? { ...row, ...by } : row));

const acts = {
  open: (shown, { order = 'missing' }) => ({
    head: plan('open'),
    order,
    opening: room('open').opening,
    agencies: room('open').agencies.map((row, i) => ({
      ...shown.agencies[i],
      opening: row.opening,
    })),
  }),
  close: (shown, { text = '' }) => ({ head: { ...plan('closed'), conclusion: text }, called: '' }),
  calls: (shown, { agency }) => ({
    called: agency,
    agencies: shown.agencies.map((row) => {
      if (row.code === agency)
        return {
          ...row,
          state: 'called',
          calls: row.calls + 1,
          called_at: clock(shown),
          answered_at: null,
        };
      if (row.code !== shown.called) return row;
      return {
        ...row,
        state: row.state === 'answering' ? 'answered' : 'silent',
        ended_at: clock(shown),
      };
    }),
  }),
  turns: (shown, { agency, turn }) => ({
    called: turn === 'answering' ? agency : '',
    agencies: rows(shown, agency, {
      state: turn,
      ...(turn === 'answering' ? { answered_at: clock(shown) } : { ended_at: clock(shown) }),
    }),
  }),
  order: (shown, { rule, agency, place }) => {
    if (!agency) return { order: rule };
    const others = shown.agencies.filter(({ code }) => code !== agency);
    others.splice(
      place - 1,
      0,
      shown.agencies.find(({ code }) => code === agency),
    );
    return { agencies: others.map((row, i) => ({ ...row, place: i + 1 })) };
  },
  answers: (shown, { agency, name = 'Kepala' }) => ({
    agencies: rows(shown, agency, {
      state: 'answering',
      by: name,
      post: 'head',
      answered_at: clock(shown),
    }),
  }),
  statements: (shown, { agency, source, by = '', groups }) => {
    const machine = shown.agencies.find(({ code }) => code === agency).live;
    const said = {
      ...machine,
      present: 0,
      sick: 0,
      permit: 0,
      leave: 0,
      duty_travel: 0,
      other: 0,
      missing: 0,
    };
    for (const one of groups)
      for (const name of ['present', 'sick', 'permit', 'leave', 'duty_travel', 'other', 'missing'])
        said[name] += one[name];
    return {
      agencies: rows(shown, agency, {
        state: 'answering',
        statement: {
          at: clock(shown),
          source,
          confirmed: source === 'form',
          by,
          post: '',
          said,
          machine,
        },
      }),
    };
  },
  instructions: (shown, body) => ({
    instructions: [
      ...shown.instructions,
      {
        item: shown.instructions.length + 1,
        agency: body.agency ?? '',
        text: body.text,
        owner: body.owner,
        deadline: body.deadline ?? (body.working_days ? '2021-05-19' : null),
        state: 'open',
        at: clock(shown),
      },
    ],
  }),
  programmes: (shown, body) => ({
    programmes: [
      ...shown.programmes.filter(({ item }) => item !== body.item),
      {
        unit: '',
        blocker: '',
        target: null,
        at: clock(shown),
        ...body,
        item: body.item ?? shown.programmes.length + 1,
        remaining: body.total - body.done,
      },
    ],
  }),
};

/** Somebody of the called agency is recorded: the machine's figures move. */
export function arrive(stage, code = 'DISHUB') {
  const shown = now(stage);
  const { live } = shown.agencies.find((row) => row.code === code);
  const total = { ...shown.live.total };
  total.present++;
  total.late++;
  total.waiting--;
  change(stage, {
    live: { at: clock(shown), total },
    agencies: rows(shown, code, {
      live: { ...live, present: live.present + 1, missing: live.missing - 1 },
    }),
  });
}

/** The answer to GET, or undefined. */
export function get(path, stage) {
  const [, , what, code, more, agency] = path.split('/').map(decodeURIComponent);
  if (what !== 'inspections') return undefined;
  if (!code) return { inspections: [now(stage).head], proposal: null };
  if (code !== CODE) return undefined;
  if (!more) return now(stage);
  if (more === 'me') return me(stage.part);
  if (more === 'papers' && agency) return { document: agency, copies: stage.copies ?? [] };
  if (more === 'papers') return stage.papers ?? { standing: 'none', papers: [] };
  if (more === 'recording') return stage.recording ?? { ...unrecorded, inspection: code };
  if (more === 'press') return { text: 'Dari 5.789 pegawai, 5.593 orang hadir pada pukul 08.33.' };
  if (more === 'agencies') {
    const row = now(stage).agencies.find((one) => one.code === agency);
    return { ...evidence(row ?? now(stage).agencies[0]), recaps: stage.recaps ?? [] };
  }
  return undefined;
}

/** Nothing was recorded: films need the real video server. */
const unrecorded = {
  state: 'none',
  begins_at: null,
  lasts: 0,
  films_waiting: 0,
  films_failed: 0,
  can_make: true,
  keep_days: 30,
  keep_is_usual: true,
  kept_to: null,
  periods: [],
  members: [],
  films: [],
  floor: [],
  chapters: [],
};

const me = (part) => ({
  part,
  agency: part === 'head' ? 'DISHUB' : '',
  agency_name: part === 'head' ? 'Dinas Perhubungan' : '',
  name: part === 'head' ? 'Kepala Dinas Perhubungan' : 'Wakil Wali Kota',
  link: '',
  may_lead: part === 'leader',
  may_work: part === 'leader' || part === 'team',
  may_answer: part !== 'wall' && part !== 'listener',
});

/** The answer to POST, or undefined: the room after the act. */
export function act(path, body, stage) {
  const name = /^\/api\/inspections\/[^/]+\/([a-z-]+)$/.exec(path)?.[1];
  if (!name) return undefined;
  return change(stage, acts[name]?.(now(stage), body) ?? {}, body.agency);
}

/** Everything at once, then every change, and each second that the figures are still those. */
export function stream(stage, request, response, policy) {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Content-Security-Policy': policy,
  });
  const tell = (name, data) =>
    response.write(`id: ${data.number}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  tell('snapshot', now(stage));
  watchers.add(tell);
  const timer = setInterval(() => {
    if (!stage.feed) return request.socket.destroy();
    response.write(': still here\n\n');
  }, 1000);
  request.on('close', () => {
    clearInterval(timer);
    watchers.delete(tell);
  });
}

export { at, instructions };
