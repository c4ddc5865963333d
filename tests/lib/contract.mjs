// contract.mjs - is what the server answers what /api/openapi.json says it answers?
//
//   const contract = await Contract.of(hadir);
//   contract.check('GET', '/api/terminals', await fetch('/api/terminals'));
//   contract.untouched()          the operations that nobody has checked yet: ['GET /api/…']
//
// Status, content type and every member are held against the document.
import assert from 'node:assert/strict';

import addFormats from 'ajv-formats';
import Ajv from 'ajv/dist/2020.js';

const METHODS = ['get', 'put', 'post', 'patch', 'delete'];
const REF = 'hadir#/components/schemas/';

export class Contract {
  static async of(hadir) {
    const { json } = await hadir.fetch('/api/openapi.json');
    return new Contract(json);
  }

  constructor(document) {
    this.document = document;
    this.ajv = new Ajv.default({ strict: true, allowUnionTypes: true, allErrors: true });
    addFormats.default(this.ajv);
    this.ajv.addVocabulary(['components']);
    this.ajv.addSchema({ $id: 'hadir', components: { schemas: document.components.schemas } });
    this.touched = new Set();
  }

  /** Every operation of the document: [method, path, operation]. */
  operations() {
    return Object.entries(this.document.paths).flatMap(([path, item]) =>
      METHODS.filter((name) => item[name]).map((name) => [name.toUpperCase(), path, item[name]]),
    );
  }

  untouched() {
    return this.operations().map(([method, path]) => `${method} ${path}`).filter((name) => !this.touched.has(name));
  }

  /** A value against a schema; a reference is one into this document. */
  validate(schema, value, what) {
    const local = JSON.parse(JSON.stringify(schema).replaceAll('"#/components/schemas/', `"${REF}`));
    const validate = this.ajv.compile(local);
    assert.ok(validate(value), `${what}: ${this.ajv.errorsText(validate.errors?.slice(0, 6))}\n${JSON.stringify(value).slice(0, 600)}`);
  }

  /** A reply of an operation, also a refusal. */
  check(method, path, reply) {
    const what = `${method} ${path} ${reply.status}`;
    const operation = this.document.paths[path]?.[method.toLowerCase()];
    assert.ok(operation, `${what}: no such operation`);
    let described = operation.responses[reply.status] ?? operation.responses.default;
    if (described.$ref) described = this.document.components.responses[described.$ref.split('/').at(-1)];
    if (reply.status < 300) this.touched.add(`${method} ${path}`);
    if (!described.content) {
      assert.equal(reply.text, '', `${what}: a body that is not described`);
      return reply;
    }
    const type = reply.headers['content-type'].split(';')[0];
    assert.ok(described.content[type], `${what}: ${type} is not described`);
    this.validate(described.content[type].schema, /json/.test(type) ? JSON.parse(reply.text) : reply.text, what);
    return reply;
  }

  /** The messages of an event stream: {event, data}. */
  checkEvents(path, events) {
    const messages = this.document.paths[path].get.responses[200].content['text/event-stream']['x-events'];
    for (const { event, data } of events) {
      assert.ok(messages[event], `${path}: the message ${event} is not described`);
      this.validate(messages[event], data, `${path} ${event}`);
    }
    this.touched.add(`GET ${path}`);
  }
}
