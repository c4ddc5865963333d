// events.mjs - a reader of server-sent events that keeps what it heard.
import http from 'node:http';

export class Events {
  /** Listen at an address; resolves once the answer has begun. */
  static open(url, headers = {}) {
    const events = new Events();
    return new Promise((resolve, reject) => {
      events.request = http.get(url, { headers: { Accept: 'text/event-stream', ...headers }, agent: false }, (response) => {
        events.status = response.statusCode;
        events.headers = response.headers;
        response.setEncoding('utf8').on('data', (text) => events.take(text));
        response.on('error', () => {});
        resolve(events);
      });
      events.request.on('error', reject);
    });
  }

  constructor() {
    this.heard = [];
    this.rest = '';
  }

  take(text) {
    const blocks = (this.rest + text).split('\n\n');
    this.rest = blocks.pop();
    for (const block of blocks) {
      const fields = block.split('\n').filter((line) => !line.startsWith(':')).map((line) => line.split(/: ?(.*)/s));
      if (!fields.some(([field]) => field === 'data')) continue; // comments, and when to come again
      const value = (name) => fields.filter(([field]) => field === name).map(([, rest]) => rest).join('\n');
      this.heard.push({ event: value('event'), id: value('id'), data: JSON.parse(value('data')), at: Date.now() });
    }
  }

  close() {
    this.request.destroy();
  }
}
