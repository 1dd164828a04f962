import type { Container } from '../objects';
import { actionsOf } from './actions';
import { look, turnAt } from './asking';
import { resyncAfterMs } from './back-off';
import { missingForVolumes } from './environment';
import { runHook } from './hooks';
import type { Turn } from './life';
import { looksAgainAfterMs, networkNotReady } from './node-network';
import { isWorking } from './pod.machine';
import { addProbes, isReadinessOpen } from './probes';
import { tickFromMs } from './relist';
import { report, sync } from './report';
import { heldBack, startContainer, startMsOf } from './start';
import { statusOf } from './status';
import type { Step } from './step';
import { aliveOf, isAlive, stop, stopAll } from './stop';

/** One sync of a Pod that is neither deleted nor over. Source: kubelet.go SyncPod, kuberuntime_manager.go SyncPod. */
export function work(step: Step, from: Pick<Turn, 'isAsked' | 'hasNews' | 'hasStarts'>): void {
  look(step);
  sync(step);
  if (!isWorking(step.life.state)) {
    step.set({ turnedAtMs: step.nowMs });
    turnAt(step, step.nextLookMs);
    return;
  }
  if (step.around.lacksNetwork && !step.pod.spec.hostNetwork) {
    step.say(undefined, 'Warning', 'NetworkNotReady', `network is not ready: ${networkNotReady}`);
    step.set({ turnedAtMs: step.nowMs });
    turnAt(step, tickFromMs(step.nowMs + step.between(looksAgainAfterMs)));
    return;
  }
  const serial = step.life.serial + 1;
  const turn: Turn = { jobs: [], serial, stage: 'starting', ...from };
  step.set({ serial, turn });
  if (step.life.sandbox === 'none') {
    const missing = missingForVolumes(step);
    if (missing) {
      step.say(undefined, 'Warning', 'FailedMount', missing);
      endTurn(step, { ...turn, failed: true });
      return;
    }
    addProbes(step);
  }
  nextJob(step, { ...turn, jobs: actionsOf(step) });
}

/** Begins the next job of a turn, or ends the turn. */
function nextJob(step: Step, turn: Turn): void {
  const [job] = turn.jobs;
  if (!job) endTurn(step, turn);
  else if (job.do === 'start') beginStart(step, turn, job.container);
  else {
    step.set({ turn: { ...turn, stage: 'stopping' } });
    if (job.do === 'kill') stop(step, step.specOf(job.container), job);
    else stopAll(step, step.pod.spec.terminationGracePeriodSeconds ?? 30);
    goOnWithTurn(step);
  }
}

const rest = (turn: Turn): Turn => ({ ...turn, jobs: turn.jobs.slice(1) });

/** An init container that can not be started keeps everything after it from starting; another one only itself. */
function withoutFailed(step: Step, turn: Turn, name: string): Turn {
  const known = step.known.byName.get(name);
  return known?.isInit && !known.isSidecar
    ? { ...turn, jobs: [], failed: true }
    : { ...rest(turn), failed: true };
}

function beginStart(step: Step, turn: Turn, name: string): void {
  const container = step.specOf(name);
  const untilMs = heldBack(step, container);
  if (untilMs !== undefined) {
    const heldUntilMs = Math.min(turn.heldUntilMs ?? untilMs, untilMs);
    nextJob(step, { ...withoutFailed(step, turn, name), heldUntilMs });
  } else {
    step.set({ turn: { ...turn, stage: 'starting' } });
    step.after(startMsOf(step, container), { type: 'done', serial: turn.serial });
  }
}

/** A start, or its postStart hook, has taken its time. */
export function done(step: Step, serial: number): void {
  const { turn } = step.life;
  const [job] = turn?.jobs ?? [];
  if (!turn || turn.serial !== serial || job?.do !== 'start') return;
  if (turn.stage === 'postStart') afterHook(step, turn, job.container, turn.hookFailed);
  else start(step, turn, step.specOf(job.container));
}

function start(step: Step, turn: Turn, container: Container): void {
  const { name, lifecycle } = container;
  const isFirst = step.life.sandbox === 'none';
  const podIP = () => (step.pod.spec.hostNetwork ? step.around.hostIP : step.around.newIP());
  if (isFirst) step.set({ sandbox: 'ready', podIP: podIP() });
  if (isFirst && lifecycle?.postStart) report(step, statusOf(step, false));
  const came = startContainer(step, container);
  if (came !== 'started') {
    const hasNews = turn.hasNews || isFirst || came === 'ranInVain';
    nextJob(step, withoutFailed(step, { ...turn, hasNews }, name));
    return;
  }
  const startedAtMs = step.nowMs;
  const started: Turn = { ...turn, hasStarts: true, startedAtMs, isFirst: turn.isFirst || isFirst };
  const ran = lifecycle?.postStart && runHook(step, container, lifecycle.postStart);
  if (!ran) nextJob(step, rest(started));
  else if (ran.afterMs === 0) afterHook(step, started, name, ran.failed);
  else {
    step.set({ turn: { ...started, stage: 'postStart', hookFailed: ran.failed } });
    if (Number.isFinite(ran.afterMs)) step.after(ran.afterMs, { type: 'done', serial: turn.serial });
  }
}

function afterHook(step: Step, turn: Turn, name: string, failed: string | undefined): void {
  if (failed === undefined || !isAlive(step.container(name))) {
    nextJob(step, rest(turn));
    return;
  }
  step.say(name, 'Warning', 'FailedPostStartHook', 'PostStartHook failed');
  step.tell(name, { type: 'failed', reason: 'PostStartHookError', message: failed });
  const graceSeconds = step.pod.spec.terminationGracePeriodSeconds ?? 30;
  const kill = { do: 'kill', container: name, message: 'FailedPostStartHook', graceSeconds } as const;
  const after = withoutFailed(step, turn, name);
  nextJob(step, { ...after, isAsked: after.isAsked || turn.isFirst, jobs: [kill, ...after.jobs] });
}

/** The turn is over: the next one comes at once after a start, after the next look, or when a back-off is over. */
function endTurn(step: Step, turn: Turn): void {
  const { nowMs } = step;
  step.set({ turn: undefined, turnedAtMs: nowMs });
  const { isAsked, hasNews, hasStarts } = turn;
  if (turn.startedAtMs === nowMs) {
    work(step, { isAsked, hasNews, hasStarts });
    return;
  }
  const isLate = turn.startedAtMs !== undefined && !isAsked && !hasNews;
  const asked = (isAsked ? 1 : 0) + (hasNews || isLate ? 1 : 0);
  const isForReadiness = asked === 0 && !turn.failed && hasStarts && isReadinessOpen(step);
  step.set({ asked, isForReadiness });
  if (asked > 0 || isForReadiness) turnAt(step, step.nextLookMs);
  if (turn.failed)
    turnAt(step, tickFromMs(nowMs + resyncAfterMs(turn.heldUntilMs, nowMs, step.around.chance)));
}

/** A container has ended: a turn that waited for that goes on. */
export function goOnWithTurn(step: Step): void {
  const { turn } = step.life;
  const [job] = turn?.jobs ?? [];
  if (turn?.stage !== 'stopping') return;
  const isKilled = job?.do === 'kill' && !isAlive(step.container(job.container));
  const isStopped = job?.do === 'killPod' && aliveOf(step).length === 0;
  if (isStopped) step.set({ sandbox: 'stopped' });
  if (isKilled || isStopped) nextJob(step, rest({ ...turn, hasNews: true }));
}
