'use client';
import { useState } from 'react';
import type { Debrief } from '@/lib/lab/debrief';
import type { LabStatement } from '@/lib/lab/scenario';
import type { Locale } from '@/lib/text';
import { type Check, checkRun } from './lab-check';
import { pauseIn } from './reach';
import type { SessionClient } from './session-client';

interface Checking {
  readonly client: SessionClient;
  /** Slug of the lesson, for the server's replay. */
  readonly lesson: string;
  readonly lab: LabStatement | undefined;
  readonly locale: Locale;
}

export interface Checked {
  readonly check: Check | 'checking' | undefined;
  /** The run that was checked, told by the page's own engine. */
  readonly debrief: Debrief | undefined;
  readonly send: () => Promise<void>;
}

/** The server's check of the run up to the moment that is shown, and the debrief of that run. */
export function useCheck({ client, lesson, lab, locale }: Checking): Checked {
  const [check, setCheck] = useState<Check | 'checking'>();
  const [debrief, setDebrief] = useState<Debrief>();
  const send = async () => {
    if (lab === undefined) return;
    setCheck('checking');
    pauseIn(client);
    const run = await runOf(client, lab);
    if (run === undefined) return setCheck(undefined);
    const told = client.ask('debrief').then(setDebrief, lostEngine);
    const result = await checkRun(lesson, lab.id, run.commands, run.untilMs, locale);
    setCheck(result);
    if (result.kind === 'solved') window.dispatchEvent(new CustomEvent('podium:progress'));
    await told;
  };
  return { check, debrief, send };
}

/** The figure tells of it in its place. */
const lostEngine = () => undefined;

/**
 * The reader's commands up to the moment that is shown; before a lab opens, none up to its opening. Undefined when the engine is
 * lost, which the figure tells.
 */
export async function runOf(client: SessionClient, { openAtMs }: Pick<LabStatement, 'openAtMs'>) {
  const untilMs = Math.max(openAtMs, Math.floor(client.shown().view.nowMs));
  const commands = await client.ask('commands').catch(() => undefined);
  return commands && { commands: commands.filter(({ atMs }) => atMs <= untilMs), untilMs };
}
