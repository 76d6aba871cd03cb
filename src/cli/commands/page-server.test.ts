import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPageServer, listen } from './page-server.js';

const page = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'" />数`;

interface Answer {
  status: number | undefined;
  headers: Record<string, unknown>;
  body: string;
}

describe('the server of the page', () => {
  const server = createPageServer(page);
  let port = 0;
  beforeAll(async () => {
    port = Number(new URL(await listen(server, 0)).port);
  });
  afterAll(() => void server.close());

  const ask = (path: string, { method = 'GET', host = `127.0.0.1:${port}` } = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, path, method, headers: { host }, agent: false }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (chunk) => (body += chunk));
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
      })
        .on('error', reject)
        .end();
    });

  test('gives the page and forbids it everything that it does not need', async () => {
    const { status, headers, body } = await ask('/?from=here');
    expect({ status, body }).toEqual({ status: 200, body: page });
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(await ask('/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
    expect(await ask('/', { host: `localhost:${port}` })).toMatchObject({ status: 200, body: page });
  });

  test.each(['example.org', 'example.org:80', '127.0.0.1', 'localhost.example.org', '127.0.0.1:1', 'x'])(
    'refuses a request for the host “%s”',
    async (host) => {
      expect(await ask('/', { host })).toMatchObject({ status: 421, body: '' });
    },
  );

  test.each(['/page.html', '/../package.json', '/%2e%2e/package.json', '//etc/passwd', '/favicon.ico'])(
    'has nothing at %s',
    async (path) => {
      expect(await ask(path)).toMatchObject({ status: 404, body: '' });
    },
  );

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('takes nothing by %s', async (method) => {
    expect(await ask('/', { method })).toMatchObject({
      status: 405,
      body: '',
      headers: { allow: 'GET, HEAD' },
    });
  });

  const other = Object.values(networkInterfaces())
    .flat()
    .find((each) => each?.family === 'IPv4' && !each.internal);
  test.skipIf(other === undefined)('cannot be reached from other computers', async () => {
    const reached = await new Promise<boolean>((resolve) => {
      const socket = connect({ host: other?.address ?? '', port })
        .on('connect', () => {
          socket.destroy();
          resolve(true);
        })
        .on('error', () => resolve(false));
    });
    expect(reached).toBe(false);
  });

  test('says when the port is taken', async () => {
    await expect(listen(createPageServer(page), port)).rejects.toThrow(/EADDRINUSE/);
  });
});
