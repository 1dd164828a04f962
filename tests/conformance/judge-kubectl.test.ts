import { describe, expect, it } from 'vitest';
import { judgeTranscript } from '@/lib/conformance/judge-kubectl';
import { Tidy } from '@/lib/conformance/tidy';
import type { TranscriptLine } from '@/lib/conformance/transcript';

const judge = (recorded: TranscriptLine, played: TranscriptLine): string | undefined =>
  judgeTranscript({ name: 'x', lines: [recorded] }, { name: 'x', lines: [played] });

const get = 'kubectl get pods';
const head = 'NAME   READY   STATUS    RESTARTS   AGE';
const rollout = 'kubectl rollout status deploy web';
const describeLine = 'kubectl describe pod solo';

describe('a transcript is judged line by line', () => {
  it.each<[string, TranscriptLine, TranscriptLine]>([
    ['runs of blanks count as one', { line: get, stdout: ['a   b'] }, { line: get, stdout: ['a b  '] }],
    ['an age is an age', { line: get, stdout: ['solo <age>'] }, { line: get, stdout: ['solo 3m12s'] }],
    [
      'the rows of a table are a set',
      { line: get, stdout: [head, 'a', 'b'] },
      { line: get, stdout: [head, 'b', 'a'] },
    ],
    [
      'of a rollout status the last line counts',
      { line: rollout, stdout: ['Waiting…', 'done'] },
      { line: rollout, stdout: ['done'] },
    ],
    [
      'ErrImagePull and ImagePullBackOff are one word',
      { line: get, stdout: ['web ErrImagePull'] },
      { line: get, stdout: ['web ImagePullBackOff'] },
    ],
    [
      'Events are a set, however old and however often',
      {
        line: describeLine,
        stdout: [
          'Events:',
          '  Normal Pulled <age> (x3 over <age>) kubelet here',
          '  Normal Started <age> kubelet on',
        ],
      },
      {
        line: describeLine,
        stdout: ['Events:', '  Normal Started 3s kubelet on', '  Normal Pulled 9s kubelet here'],
      },
    ],
    [
      'Events that were folded stand for any others',
      {
        line: describeLine,
        stdout: ['Events:', '  Normal X <age> (x5 over <age>) c (combined from similar events): y'],
      },
      { line: describeLine, stdout: ['Events:', '  Normal X 2s c something else'] },
    ],
    ['an exit code of 0 needs no word', { line: get }, { line: get, exit: 0 }],
    ['seconds that passed are not compared', { wait: 3 }, { wait: 4 }],
  ])('%s', (_, recorded, played) => {
    expect(judge(recorded, played)).toBeUndefined();
  });

  it.each<[string, TranscriptLine, TranscriptLine, RegExp]>([
    ['another exit code', { line: get, exit: 1 }, { line: get, stderr: ['no'] }, /ends with 1, played 0: no/],
    [
      'a line too few',
      { line: get, stdout: ['a', 'b'] },
      { line: get, stdout: ['a'] },
      /stdout 2: recorded "b", played nothing/,
    ],
    [
      'a line too many',
      { line: get },
      { line: get, stderr: ['a'] },
      /stderr 1: recorded nothing, played "a"/,
    ],
    [
      'another last line of a rollout status',
      { line: rollout, stdout: ['done'] },
      { line: rollout, stdout: ['done', 'more'] },
      /recorded "done", played "more"/,
    ],
    [
      'each line that a rollout status says on stderr',
      { line: rollout, stderr: ['a'], exit: 1 },
      { line: rollout, stderr: ['b', 'a'], exit: 1 },
      /stderr 1/,
    ],
    [
      'the order of lines that are no table',
      { line: describeLine, stdout: ['a', 'b'] },
      { line: describeLine, stdout: ['b', 'a'] },
      /stdout 1/,
    ],
    [
      'an Event that is missing',
      { line: describeLine, stdout: ['Events:', '  Normal X <age> c y'] },
      { line: describeLine, stdout: ['Events:'] },
      /lacks the event Normal X c y/,
    ],
    [
      'an Event too many',
      { line: describeLine, stdout: ['Events:'] },
      { line: describeLine, stdout: ['Events:', '  Normal X 3s c y'] },
      /has the event Normal X c y, which was not recorded/,
    ],
  ])('sees %s', (_, recorded, played, difference) => {
    expect(judge(recorded, played)).toMatch(difference);
  });

  it('sees a line that was not played', () => {
    expect(judgeTranscript({ name: 'x', lines: [{ line: get }] }, { name: 'x', lines: [] })).toMatch(
      /was not played/,
    );
  });
});

describe('what differs from run to run has a word for it', () => {
  it.each([
    ['web-7d4b9c6f8-x2b4c', 'web-<rs1>-<p1>'],
    ['web-7d4b9c6f8', 'web-<rs1>'],
    ['app=web,pod-template-hash=7d4b9c6f8', 'app=web,pod-template-hash=<rs1>'],
    ['pod/agent-x2b4c', 'pod/agent-<p1>'],
    ['IP: 10.244.0.7', 'IP: <pod-ip>'],
    ['10.96.0.12   <none>   80:31234/TCP   5s', '<cluster-ip>   <none>   80:<node-port>/TCP   <age>'],
    ['Start Time: Thu, 01 Jan 2026 00:00:12 +0000', 'Start Time: <time>'],
    ['1 (12s ago)', '1 (<age> ago)'],
    ['op=Exists for 300s', 'op=Exists for 300s'],
    ['bad_default(01234567-89ab-cdef-0123-456789abcdef)', 'bad_default(<uid>)'],
    ['Image ID:  sha256:00ff', 'Image ID:  <id>'],
    ['nothing here   ', 'nothing here'],
  ])('%s', (line, tidied) => {
    expect(new Tidy().text(line)).toBe(tidied);
  });

  it('counts on through a transcript, and knows what it has seen', () => {
    const tidy = new Tidy();
    expect(tidy.text('web-7d4b9c6f8-x2b4c')).toBe('web-<rs1>-<p1>');
    expect(tidy.text('web-5c7d9f6b4-z8k2m')).toBe('web-<rs2>-<p2>');
    expect(tidy.text('web-7d4b9c6f8')).toBe('web-<rs1>');
  });
});
