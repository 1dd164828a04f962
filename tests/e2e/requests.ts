import net from 'node:net';
import type { ApiError } from '@/lib/quiz/public';

export interface Reply {
  readonly status: number;
  readonly text: string;
}

const piece = Buffer.alloc(64 * 1024, 'a');

/**
 * Posts so many bytes, with their number told or in chunks, and stops once the answer comes. By a socket, for an HTTP
 * client goes on sending after the answer. The connection is kept, as a browser keeps it: a server that closes it with
 * bytes unread takes its answer back.
 */
export function postBytes({ host, hostname, port, pathname }: URL, bytes: number, isLengthTold: boolean) {
  const head = [
    `POST ${pathname} HTTP/1.1`,
    `host: ${host}`,
    'content-type: application/json',
    isLengthTold ? `content-length: ${bytes}` : 'transfer-encoding: chunked',
    'connection: keep-alive',
  ];
  return new Promise<Reply>((resolve, reject) => {
    const socket = net.connect(Number(port), hostname);
    let answer = '';
    let fault: Error | undefined;
    socket.setEncoding('utf8').on('data', (part) => {
      answer += part;
      if (/\r\n\r\n.*\}/s.test(answer)) socket.destroy();
    });
    socket.on('error', (error) => {
      fault = error;
    });
    socket.on('close', () => {
      const status = Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
      if (status > 0) resolve({ status, text: /\{.*\}/s.exec(answer)?.[0] ?? '' });
      else reject(fault ?? new Error(`closed without an answer: ${answer.slice(0, 100)}`));
    });
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
    let sent = 0;
    const goOn = () => {
      while (sent < bytes && answer === '' && !socket.destroyed) {
        sent += piece.length;
        const isTaken = isLengthTold
          ? socket.write(piece)
          : socket.write(
              Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')]),
            );
        if (!isTaken) return void socket.once('drain', goOn);
      }
    };
    goOn();
  });
}

export const errorIn = (text: string): ApiError['error'] => (JSON.parse(text) as ApiError).error;
