/**
 * The HTTP interface, in the form openapi-typescript writes it. `npm run types` makes it anew from
 * openapi.json, which the server prints at /api/openapi.json.
 */

export interface components {
  schemas: {
    State:
      | 'not_due'
      | 'waiting'
      | 'on_time'
      | 'late'
      | 'missing_in'
      | 'leave'
      | 'sick'
      | 'permit'
      | 'duty_travel'
      | 'study'
      | 'off'
      | 'unknown'
      | 'unexplained';
    Problem: {
      type: string;
      title: string;
      status: number;
      detail?: string;
      code?: string;
      field?: string;
    };
    Counts: {
      strength: number;
      expected: number;
      not_due: number;
      waiting: number;
      on_time: number;
      late: number;
      missing_in: number;
      leave: number;
      sick: number;
      permit: number;
      duty_travel: number;
      study: number;
      off: number;
      unknown: number;
      unexplained: number;
      present: number;
      wfh: number;
      present_percent: string;
      present_percent_max: string;
    };
    Government: {
      name: string;
      short?: string;
      zone: string;
      now: string;
      speed?: number;
      version: string;
    };
    Account: {
      name: string;
      role: string;
      agency: string | null;
      must_change_password: boolean;
      permissions: string[];
    };
    Attention: {
      agency: string;
      name: string;
      cause: 'terminal_silent' | 'pin_unmapped' | 'waiting' | 'unexplained';
      since?: string;
      pins?: number;
      people: number;
      of: number;
    };
    BoardAgency: {
      code: string;
      name: string;
      short: string;
      counts: components['schemas']['Counts'];
      own_counts: components['schemas']['Counts'];
    };
    Board: {
      event: number;
      at: string;
      day: string;
      zone: string;
      speed?: number;
      limit: string | null;
      closing: string | null;
      counts: components['schemas']['Counts'];
      wfo: number;
      wfh: number;
      kinds: { [kind: string]: number };
      arrivals: { from: string; minutes: [string, number, number][] };
      terminals: { total: number; connected: number; silent: number; held: number };
      attention: components['schemas']['Attention'][];
      attention_rest: { people: number; agencies: number };
      agencies: components['schemas']['BoardAgency'][];
    };
    Agency: {
      code: string;
      parent: string | null;
      name: string;
      short: string;
      kind: string;
      zone: string;
      latitude: number | null;
      longitude: number | null;
      pattern: string;
      strength: number;
    };
    AgencyName: { code: string; name: string };
    SheetLine: {
      number: string;
      name: string;
      kind: string;
      agency: string;
      position: string;
      state: components['schemas']['State'];
      mode: 'WFO' | 'WFH' | null;
      first_in: string | null;
      last_out: string | null;
      late_minutes: number;
      early_minutes: number;
      flags: string[];
    };
    Sheet: {
      agency: {
        code: string;
        name: string;
        short: string;
        path: components['schemas']['AgencyName'][];
      };
      day: string;
      at: string;
      closed: boolean;
      closing: string | null;
      counts: components['schemas']['Counts'];
      notices: {
        kind: string;
        agency: string;
        terminal_name: string;
        since: string;
        people: number;
      }[];
      units: components['schemas']['AgencyName'][];
      lines: components['schemas']['SheetLine'][];
    };
    ExplainStep: {
      kind:
        | 'calendar'
        | 'pattern'
        | 'mode'
        | 'leave'
        | 'agency'
        | 'punch'
        | 'terminal'
        | 'unmapped'
        | 'verdict';
      title: string;
      detail: string;
      source?: string;
      at?: string;
      decides?: boolean;
      punch?: {
        position: number;
        terminal: string;
        received_at: string;
        raw: string;
        method: string;
        direction: string;
        flags: string[];
      };
    };
    Explain: {
      person: {
        number: string;
        name: string;
        kind: string;
        position: string;
        agency: components['schemas']['AgencyName'];
      };
      day: string;
      state: components['schemas']['State'] | null;
      mode: 'WFO' | 'WFH' | null;
      flags: string[];
      late_minutes: number;
      early_minutes: number;
      first_in: string | null;
      last_out: string | null;
      window: { from: string; to: string; start: string; end: string } | null;
      steps: components['schemas']['ExplainStep'][];
      notes: { kind: string; text: string }[];
    };
    RecapLine: components['schemas']['Counts'] & { agency: string; name?: string };
    Recap: components['schemas']['Counts'] & {
      date: string;
      to?: string;
      agency: string;
      name?: string;
      agencies: components['schemas']['RecapLine'][];
    };
    Terminal: {
      serial: string;
      name: string;
      agency: string;
      agency_name: string;
      model: string;
      firmware: string;
      methods: string[];
      state: 'connected' | 'silent' | 'never' | 'retired';
      last_contact_at: string | null;
      silent_since: string | null;
      drift_ms: number | null;
      held: number | null;
      punches_today: number;
      activity: number[];
      address: string;
      protocol: string;
    };
    PendingTerminal: {
      serial: string;
      first_seen_at: string;
      last_seen_at: string;
      address: string;
      model: string;
      firmware: string;
      protocol: string;
      suggested_agency: string | null;
    };
    UnmappedPin: {
      pin: string;
      terminal: string;
      terminal_name: string;
      agency: string;
      first_at: string;
      last_at: string;
      punches: number;
      owners: { number: string; name: string; because: string }[];
    };
    QuarantineRow: {
      id: number;
      terminal: string;
      terminal_name: string;
      received_at: string;
      reason: string;
      bytes: string;
      text: string;
      mark_from: number;
      mark_to: number;
    };
    VerifyCode: {
      model: string;
      code: number;
      method: string;
      source: 'own' | 'shipped' | 'vendor';
      unverified: boolean;
      text: string;
    };
    Order: {
      id: number;
      order: 'check' | 'log' | 'info' | 'punches' | 'sum' | 'reboot';
      from: string;
      to: string;
      author: string;
      state: 'waiting' | 'sent' | 'done' | 'failed' | 'unanswered' | 'expired';
      given_at: string;
      sent: number;
      sent_at: string | null;
      answered_at: string | null;
      code: number | null;
      result?: string;
      result_text?: string;
      details?: string;
      sum?: number;
      here?: number;
    };
    TerminalReport: {
      id: number;
      terminal: string;
      terminal_name: string;
      kind: string;
      audit: boolean;
      received_at: string;
      code?: number;
      text?: string;
      operator?: string;
      local_time?: string;
      row: string;
    };
    Wall: { id: string | number; name: string; created_at?: string; last_seen_at?: string | null };
  };
}

type Schemas = components['schemas'];
type Json<T> = { headers: { [name: string]: unknown }; content: { 'application/json': T } };
type Empty = { headers: { [name: string]: unknown }; content?: never };
type Failure = {
  headers: { [name: string]: unknown };
  content: { 'application/problem+json': Schemas['Problem'] };
};
type None = { query?: never; header?: never; path?: never; cookie?: never };
type Path<T> = { query?: never; header?: never; path: T; cookie?: never };
type Query<T> = { query?: T; header?: never; path?: never; cookie?: never };
type Body<T> = { content: { 'application/json': T } };
type Get<T, P = None> = { parameters: P; requestBody?: never; responses: { 200: Json<T>; default: Failure } };
type Write<B, T, P = None> = {
  parameters: P;
  requestBody: Body<B>;
  responses: { 200: Json<T>; 201: Json<T>; default: Failure };
};
type Act<P = None> = { parameters: P; requestBody?: never; responses: { 204: Empty; default: Failure } };

export interface paths {
  '/api/government': { parameters: None; get: Get<Schemas['Government']> };
  '/api/sessions': {
    parameters: None;
    post: Write<
      { account: string; password: string },
      { account: Schemas['Account']; expires_at: string }
    >;
  };
  '/api/session': {
    parameters: None;
    get: Get<Schemas['Account'] & { csrf: string }>;
    delete: Act;
  };
  '/api/session/password': {
    parameters: None;
    put: {
      parameters: None;
      requestBody: Body<{ old: string; new: string }>;
      responses: { 204: Empty; default: Failure };
    };
  };
  '/api/wall-codes': {
    parameters: None;
    post: Write<Record<string, never>, { code: string; secret: string; expires_at: string }>;
  };
  '/api/wall-codes/claim': {
    parameters: None;
    post: {
      parameters: None;
      requestBody: Body<{ secret: string }>;
      responses: { 200: Empty; 202: Empty; default: Failure };
    };
  };
  '/api/walls': {
    parameters: None;
    get: Get<{ walls: Schemas['Wall'][] }>;
    post: Write<{ code: string; name: string }, Schemas['Wall']>;
  };
  '/api/walls/{id}': { parameters: None; delete: Act<Path<{ id: string }>> };
  '/api/board': { parameters: None; get: Get<Schemas['Board']> };
  '/api/agencies': { parameters: None; get: Get<Schemas['Agency'][]> };
  '/api/sheets/{agency}/{day}': {
    parameters: None;
    get: Get<Schemas['Sheet'], Path<{ agency: string; day: string }>>;
  };
  '/api/people/{number}/days/{day}': {
    parameters: None;
    get: Get<Schemas['Explain'], Path<{ number: string; day: string }>>;
  };
  '/api/recaps': {
    parameters: None;
    get: Get<
      Schemas['Recap'],
      Query<{ date: string; to?: string; month?: 1; agency?: string; format?: string }>
    >;
  };
  '/api/terminals': {
    parameters: None;
    get: Get<{ terminals: Schemas['Terminal'][]; at: string }>;
  };
  '/api/terminals/pending': {
    parameters: None;
    get: Get<{ pending: Schemas['PendingTerminal'][] }>;
  };
  '/api/terminals/{serial}': {
    parameters: None;
    patch: Write<
      { name?: string; agency?: string; model?: string },
      Schemas['Terminal'],
      Path<{ serial: string }>
    >;
  };
  '/api/terminals/{serial}/approve': {
    parameters: None;
    post: Write<{ agency: string; name?: string }, Schemas['Terminal'], Path<{ serial: string }>>;
  };
  '/api/terminals/{serial}/refuse': { parameters: None; post: Act<Path<{ serial: string }>> };
  '/api/terminals/{serial}/retire': { parameters: None; post: Act<Path<{ serial: string }>> };
  '/api/terminals/{serial}/orders': {
    parameters: None;
    get: Get<{ orders: Schemas['Order'][] }, Path<{ serial: string }>>;
    post: Write<
      { order: Schemas['Order']['order']; from?: string; to?: string },
      Schemas['Order'],
      Path<{ serial: string }>
    >;
  };
  '/api/terminals/reports': {
    parameters: None;
    get: Get<{ reports: Schemas['TerminalReport'][] }, Query<{ audit?: 1; before?: number }>>;
  };
  '/api/verify-codes': {
    parameters: None;
    get: Get<{ codes: Schemas['VerifyCode'][]; models: string[] }>;
  };
  '/api/verify-codes/{model}/{code}': {
    parameters: None;
    put: Write<
      { method: string },
      { model: string; code: number; method: string; changed: boolean },
      Path<{ model: string; code: number }>
    >;
  };
  '/api/unmapped-pins': {
    parameters: None;
    get: Get<{ pins: Schemas['UnmappedPin'][]; people_unknown: number }>;
  };
  '/api/enrolments': {
    parameters: None;
    post: Write<
      { pin: string; terminal?: string; number: string; valid_from?: string },
      { pin: string; number: string }
    >;
  };
  '/api/quarantine': {
    parameters: None;
    get: Get<{ rows: Schemas['QuarantineRow'][]; total: number }, Query<{ before?: number }>>;
  };
}
