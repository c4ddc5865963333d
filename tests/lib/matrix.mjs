// matrix.mjs - requests for every route, made from what the program says of its interface.
//
//   const routes = routesOf(openapi);                        {method, path, permission, ...}
//   const request = requestOf(openapi, routes[0], things);   {path, body, names}
//
// `things` says what the parameters and fields of a name are to hold; what it
// does not say is made from the schema, so that a new route needs no line here.

import http from 'node:http';

/** The routes of the document, those that end something last. */
export function routesOf(openapi) {
  const routes = Object.entries(openapi.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([verb, said]) => ({ method: verb.toUpperCase(), path, permission: said['x-permission'], said })),
  );
  return routes.sort((a, b) => ends(a) - ends(b));
}

/** Signing out ends everything else; withdrawing and closing end an inspection. */
function ends({ method, path }) {
  if (path === '/api/session') return method === 'DELETE' ? 3 : 0;
  if (/\/(close|retire|refuse)$/.test(path)) return 1;
  return method === 'DELETE' ? 2 : 0;
}

/** The fields that say whose something is. */
const OWNING = new Set(['agency', 'number', 'serial', 'terminal']);

/** Optional, but a request without it says nothing. */
const TELLING = new Set(['reference']);

/** A request that the route takes, and whether it names something that belongs to an agency. */
export function requestOf(openapi, route, things) {
  const named = new Set();
  const value = (name, schema) => {
    if (OWNING.has(name)) named.add(name);
    return valueOf(openapi, schema, things, name, value);
  };
  const path = route.path.replace(/\{(\w+)\}/g, (_, name) => {
    if (name === 'id') named.add(name);
    const parameter = route.said.parameters.find((one) => one.name === name);
    return encodeURIComponent(value(name, parameter.schema));
  });
  const asked = route.said.parameters.filter((one) => one.in === 'query' && one.name in things);
  const query = asked.map(({ name, schema }) => `${name}=${encodeURIComponent(value(name, schema))}`).join('&');
  const schema = route.said.requestBody?.content['application/json'].schema;
  const body = schema && value('', schema);
  return { path: query ? `${path}?${query}` : path, body, names: [...named] };
}

function valueOf(openapi, schema, things, name, value) {
  if (schema.$ref) return valueOf(openapi, openapi.components.schemas[schema.$ref.split('/').pop()], things, name, value);
  if (name in things) return things[name];
  if (schema.enum) return schema.enum[0];
  if (schema.type === 'array') return [value('', schema.items)];
  if (schema.type === 'object') return objectOf(schema, value);
  if (schema.type === 'integer') return schema.minimum ?? 1;
  if (schema.type === 'boolean') return true;
  return schema.format === 'date' ? things.day : 'contoh';
}

/** What must be there, and whose it is. */
function objectOf(schema, value) {
  const wanted = Object.entries(schema.properties).filter(([name]) => schema.required?.includes(name) || OWNING.has(name) || TELLING.has(name));
  return Object.fromEntries(wanted.map(([name, field]) => [name, value(name, field)]));
}

/** Somebody who asks; `may` are the permissions of his role, `csrf` is what his writes repeat. */
export class Actor {
  constructor(name, url, { headers = {}, csrf, may = [], scoped = true } = {}) {
    Object.assign(this, { name, url, headers, csrf, may: new Set(may), scoped });
    this.agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  }

  mayAsk({ permission }) {
    return permission === 'public' || permission === 'session' || this.may.has(permission);
  }

  /** {status, type, text}; of a stream only its beginning. */
  ask({ method }, { path, body }, csrf = this.csrf) {
    const isWrite = method !== 'GET';
    const bytes = isWrite && method !== 'DELETE' ? Buffer.from(JSON.stringify(body ?? {})) : undefined;
    const headers = { 'Accept-Language': 'en', ...(bytes && { 'Content-Type': 'application/json', 'Content-Length': bytes.length }), ...this.headers, ...(isWrite && csrf && { 'X-Hadir-Csrf': csrf }) };
    return new Promise((done, fail) => {
      const request = http.request(this.url + path, { method, headers, agent: this.agent }, (response) => {
        const reply = { status: response.statusCode, type: response.headers['content-type'] ?? '', text: '' };
        response.setEncoding('utf8').on('data', (part) => {
          reply.text += part;
          if (/event-stream/.test(reply.type)) response.destroy();
        });
        response.on('close', () => done(reply));
      });
      request.on('error', fail).end(bytes);
    });
  }
}
