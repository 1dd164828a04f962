import 'server-only';
import type { AccountView } from '@/lib/account/public';
import { now } from './clock';
import { database } from './db';
import { cookieLearner } from './learner';
import { signedIn } from './session';

/** Who is at this browser; makes nothing. */
export async function accountOf(request: Request): Promise<AccountView> {
  const session = await signedIn(request);
  if (session) {
    const { name, email, userId, token, learnerId } = session;
    const others = { userId, token: { not: token }, expiresAt: { gt: now() } };
    const otherSessions = await database().session.count({ where: others });
    return { kind: 'account', name, email, otherSessions, classes: await classesOf(learnerId) };
  }
  const own = await cookieLearner(request);
  if (!own) return { kind: 'nobody' };
  return own.kind === 'class' ? { kind: 'class', classes: await classesOf(own.id) } : { kind: 'anonymous' };
}

async function classesOf(learnerId: string): Promise<{ name: string; nickname: string }[]> {
  const joined = await database().enrollment.findMany({
    where: { learnerId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { nickname: true, classroom: { select: { name: true } } },
  });
  return joined.map(({ nickname, classroom }) => ({ name: classroom.name, nickname }));
}
