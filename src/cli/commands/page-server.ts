import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The only address that is listened on: that of this computer for itself. */
const local = '127.0.0.1';

/** What the page allows itself, as it says in its own head; the answer says it too, and that no other page may hold it. */
function policyOf(page: string): string {
  const own =
    /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "default-src 'none'";
  return `${own}; frame-ancestors 'none'`;
}

const refuse = (response: ServerResponse, status: number, headers: Record<string, string> = {}) =>
  response.writeHead(status, { 'content-type': 'text/plain', ...headers }).end();

/** What a request asks for, whatever its line holds: `//` would be taken for another host. */
const pathOf = (url = '') => url.replace(/[?#].*$/s, '');

/** Bytes of the head of a request, and milliseconds that it may take to come; the page has no bodies to send. */
const limits = {
  maxHeaderSize: 8 * 1024,
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
};

/** Connections at a time: one browser opens a handful. */
const mostConnections = 64;

/**
 * Answers with the page and nothing else. A request that was meant for another host is refused, so that no web site can have its own
 * name lead here and read what is shown.
 */
export function createPageServer(page: string): Server {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-length': String(Buffer.byteLength(page)),
    'content-security-policy': policyOf(page),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-cache',
  };
  const { createServer } = process.getBuiltinModule('node:http');
  const server = createServer(limits, (request: IncomingMessage, response) => {
    const { port } = server.address() as AddressInfo;
    const { host = '' } = request.headers;
    if (![`${local}:${port}`, `localhost:${port}`].includes(host)) refuse(response, 421);
    else if (request.method !== 'GET' && request.method !== 'HEAD')
      refuse(response, 405, { allow: 'GET, HEAD' });
    else if (pathOf(request.url) !== '/') refuse(response, 404);
    else response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : page);
  });
  server.maxConnections = mostConnections;
  return server;
}

/** Listens on this computer alone and gives the address of the page; 0 takes any free port. Rejects when the port is taken. */
export function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, local, () => {
      server.off('error', reject);
      resolve(`http://${local}:${(server.address() as AddressInfo).port}/`);
    });
  });
}
