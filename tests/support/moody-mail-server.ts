import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export type Arrived = { to: string; subject: string; messageId: string };

/** A real mail server in a bad mood: slow, refusing for now, hanging up in the middle or after it has taken a message.
 *  `lookUpUrl` tells what it has, as a provider's API does. */
export async function moodyMailServer(p: { mood: () => number }) {
  const arrived: Arrived[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo(_address, _session, done) {
      if (p.mood() < 0.1) return done(Object.assign(new Error('try again later'), { responseCode: 451 }));
      setTimeout(done, p.mood() * 10);
    },
    onData(stream, session, done) {
      const mood = p.mood();
      const to = session.envelope.rcptTo[0]?.address ?? '';
      const socket = () =>
        [...server.connections].find((c) => (c as { id?: string }).id === session.id) as
          { _socket?: { destroy: () => void } } | undefined;
      if (mood < 0.05) {
        socket()?._socket?.destroy();
        return;
      }
      simpleParser(stream).then(
        (mail) => {
          if (mood < 0.15) return done(Object.assign(new Error('busy'), { responseCode: 452 }));
          arrived.push({ to, subject: mail.subject ?? '', messageId: mail.messageId ?? '' });
          if (mood < 0.2) socket()?._socket?.destroy();
          else done();
        },
        () => {},
      );
    },
  });
  server.on('error', () => {});
  const http = createServer((request, response) => {
    const asked = decodeURIComponent((request.url ?? '').slice(1));
    response.writeHead(arrived.some(({ messageId }) => messageId === `<${asked}>`) ? 200 : 404).end();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  await new Promise<void>((ready) => http.listen(0, '127.0.0.1', ready));
  const portOf = (address: unknown) => (address as AddressInfo).port;
  return {
    arrived,
    url: `smtp://127.0.0.1:${portOf(server.server.address())}`,
    lookUpUrl: `http://127.0.0.1:${portOf(http.address())}/{message_id}`,
    stop: () => Promise.all([new Promise<void>((done) => server.close(done)), new Promise((done) => http.close(done))]),
  };
}
