import { createServer } from 'node:net';
import { Fault } from './fault.mjs';

const DEFAULT_PORT = 3000;

/** The port to serve on, from PORT. Throws a Fault when PORT is not a port number. */
export function portOf(env) {
  const text = env.PORT ?? '';
  if (text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65535) {
    throw new Fault(`PORT is "${text}", which is not a port number from 1 to 65535.`);
  }
  return port;
}

function listen(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve({ error: error.code }));
    server.listen({ port, host }, () => {
      const { port: taken } = server.address();
      server.close(() => resolve({ port: taken }));
    });
  });
}

/** Why nothing can be served on this port, as one sentence, or undefined when it is free. */
export async function portFault(port) {
  for (const host of ['::', '0.0.0.0', '127.0.0.1']) {
    const { error } = await listen(port, host);
    if (error === 'EADDRINUSE') {
      const other = port < 65535 ? port + 1 : 3000;
      return `Port ${port} is taken. Stop what uses it, or choose another one: PORT=${other} npm start`;
    }
    if (error === 'EACCES') return `Port ${port} may not be opened by this user. Choose one above 1023.`;
  }
  return undefined;
}

/** A port that is free at this moment. */
export async function freePort() {
  const { port, error } = await listen(0, '127.0.0.1');
  if (error) throw new Fault(`No port can be opened here (${error}).`);
  return port;
}
