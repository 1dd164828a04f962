import net from 'node:net';
import type { ApiError } from '@/lib/quiz/public';

export interface Reply {
  readonly status: number;
  readonly text: string;
}

const piece = Buffer.alloc(64 * 1024, 'a');
/** More than the API reads of any body. */
const firstPieces = 2;

/**
 * Posts a body of so many bytes, their number told or in chunks. The API must answer after the first pieces, without
 * waiting for the rest; the rest is then sent all the same, until it closes the connection. By a socket, for an HTTP
 * client tells of the closed connection instead of the answer that came before.
 */
export function postBytes({ host, hostname, port, pathname }: URL, bytes: number, isLengthTold: boolean) {
  const head = [
    `POST ${pathname} HTTP/1.1`,
    `host: ${host}`,
    'content-type: application/json',
    isLengthTold ? `content-length: ${bytes}` : 'transfer-encoding: chunked',
    'connection: close',
  ];
  const chunk = Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')]);
  return new Promise<Reply>((resolve, reject) => {
    const socket = net.connect(Number(port), hostname);
    let answer = '';
    let sent = 0;
    const send = (until: number) => {
      while (sent < until && socket.writable) {
        sent += piece.length;
        if (!socket.write(isLengthTold ? piece : chunk)) return void socket.once('drain', () => send(until));
      }
    };
    let fault: Error | undefined;
    socket.setEncoding('utf8').on('data', (part) => {
      answer += part;
      if (answer.includes('}}')) send(bytes);
    });
    socket.on('error', (error) => {
      fault = error;
    });
    socket.on('close', () => {
      const status = Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
      if (status > 0) resolve({ status, text: /\{.*\}/s.exec(answer)?.[0] ?? '' });
      else reject(fault ?? new Error(`closed without an answer: ${answer.slice(0, 100)}`));
    });
    // In one go: a second write could meet a connection that is closed already, and would lose the answer.
    const first = Array.from({ length: firstPieces }, () => (isLengthTold ? piece : chunk));
    socket.write(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), ...first]));
    sent = firstPieces * piece.length;
  });
}

export const errorIn = (text: string): ApiError['error'] => (JSON.parse(text) as ApiError).error;
