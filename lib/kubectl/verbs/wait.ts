import type { Condition, KubeObject } from '../../cluster/objects';
import type { Call } from '../call';
import { Failure, Refused, throwAll } from '../failure';
import { allNamespacesFlag, fieldSelectorFlag, fileFlags, printFlags, selectorFlag } from '../flags/sets';
import { type Asked, find, type Info, notFound } from '../infos';
import type { Running } from '../line';
import { done } from '../printers/done';
import { jsonPathOf, relaxed, valuesAt } from '../printers/jsonpath';
import type { Verb } from '../verb';

/** What `--for` asks of an object; undefined means that it is gone. */
type Wish =
  | { readonly is: 'create' | 'delete' }
  | { readonly is: 'state'; readonly holds: (object: KubeObject) => boolean };

/** How often `--for=create` looks, ms. */
const lookMs = 500;
/** A negative timeout, ms: a week. */
const weekMs = 604_800_000;

const equalFold = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Source: ConditionalWait.checkCondition. */
function conditionHolds({ metadata, status }: KubeObject, type: string, wanted: string): boolean {
  const { conditions = [], observedGeneration } = (status ?? {}) as {
    readonly conditions?: readonly Condition[];
    readonly observedGeneration?: number;
  };
  const condition = conditions.find((one) => equalFold(one.type, type));
  if (!condition) return false;
  const observed = condition.observedGeneration ?? observedGeneration;
  if (metadata.generation !== undefined && observed !== undefined && observed < metadata.generation)
    return false;
  return equalFold(condition.status, wanted);
}

/** `a=b==c` is `a` and `b==c`. Source: splitJSONPathInput. */
function splitAtEquals(text: string): string[] {
  const parts = [''];
  for (let i = 0; i < text.length; i++) {
    if (text[i] !== '=') parts.push(`${parts.pop()}${text[i]}`);
    else if (text[i + 1] === '=') {
      parts.push(`${parts.pop()}==`);
      i++;
    } else parts.push('');
  }
  return parts;
}

/** Source: processJSONPathInput, JSONPathWait.checkCondition. */
function jsonPathWish(input: string): Wish {
  const [expression = '', value, ...more] = splitAtEquals(input);
  if (more.length > 0)
    throw new Failure(
      "jsonpath wait format must be --for=jsonpath='{.status.readyReplicas}'=3 or --for=jsonpath='{.status.readyReplicas}'",
    );
  const wanted = value?.replace(/^['"]+|['"]+$/g, '');
  const source = relaxed(expression);
  if (wanted === '')
    throw new Failure(
      "jsonpath wait has to have a value after equal sign, like --for=jsonpath='{.status.readyReplicas}'=3",
    );
  if (source === '') throw new Failure('jsonpath expression cannot be empty');
  const path = jsonPathOf(source);
  return {
    is: 'state',
    holds: (object) => {
      const [found, ...others] = valuesAt(path, object);
      if (found === undefined) return false;
      if (others.length > 0) throw new Failure('given jsonpath expression matches more than one value');
      if (wanted === undefined) return true;
      if (typeof found === 'object')
        throw new Failure('jsonpath leads to a nested object or list which is not supported');
      return String(found).trim() === wanted.trim();
    },
  };
}

/** Source: conditionFuncsFor. */
function wishOf(text: string): Wish {
  if (equalFold(text, 'delete')) return { is: 'delete' };
  if (equalFold(text, 'create')) return { is: 'create' };
  if (text.startsWith('jsonpath=')) return jsonPathWish(text.slice('jsonpath='.length));
  const [, type = '', , status = 'true'] = /^condition=([^=]*)(=(.*))?$/s.exec(text) ?? [];
  if (!text.startsWith('condition=')) throw new Failure(`unrecognized condition: ${JSON.stringify(text)}`);
  return { is: 'state', holds: (object) => conditionHolds(object, type, status) };
}

/** Waits for a state of objects. Models kubectl pkg/cmd/wait (v1.37). */
export const wait: Verb = {
  help: {
    says: 'Wait for a specific condition on one or many resources.',
    usage:
      "([-f FILENAME] | resource.group/resource.name | resource.group [(-l label | --all)]) [--for=create|--for=delete|--for condition=available|--for=jsonpath='{}'[=value]]",
    examples: [
      'kubectl wait --for=condition=Ready pod/web-0',
      'kubectl wait --for=delete pod/web-0 --timeout=60s',
    ],
  },
  flags: [
    ...fileFlags,
    ...printFlags,
    selectorFlag,
    fieldSelectorFlag,
    allNamespacesFlag,
    { name: 'all', kind: 'bool', says: 'all objects of the type' },
    { name: 'local', kind: 'bool', says: 'taken, does nothing' },
    { name: 'for', kind: 'array', says: "create, delete, condition=NAME[=VALUE] or jsonpath='{…}'[=VALUE]" },
    { name: 'timeout', kind: 'duration', unset: '30s', says: 'how long to wait at most; 0 looks once' },
  ],
  *run(call) {
    const typed = call.flags.all('for');
    const wishes = typed.map(wishOf);
    if (wishes.length === 0) throw new Failure('unrecognized condition: []');
    const timeoutMs = call.flags.milliseconds('timeout');
    const limitMs = call.cluster.nowMs + (timeoutMs < 0 ? weekMs : timeoutMs);
    const isForDelete = wishes.some(({ is }) => is === 'delete');
    const asked: Asked = {
      args: call.words,
      filenames: call.flags.all('filename'),
      selector: call.flags.text('selector'),
      fieldSelector: call.flags.text('field-selector'),
      all: call.flags.bool('all'),
      allNamespaces: call.flags.bool('all-namespaces'),
      latest: true,
    };
    if (wishes.some(({ is }) => is === 'create')) yield* created(call, asked, limitMs);
    const { infos, failures } = find(call, asked);
    const isMissing = (failure: Failure) =>
      failure instanceof Refused && failure.status.reason === 'NotFound';
    const counted = isForDelete ? failures.filter((failure) => !isMissing(failure)) : failures;
    for (const info of infos)
      for (const wish of wishes) yield* fulfilled(call, info, wish, { limitMs, isOnce: timeoutMs === 0 });
    throwAll(counted);
    if (infos.length === 0 && !isForDelete) throw new Failure('no matching resources found');
    return 0;
  },
};

/** Until what is named is there. Source: RunWaitContext, its poll. */
function* created(call: Call, asked: Asked, limitMs: number): Running {
  for (;;) {
    const { infos, failures } = find(call, asked);
    if (infos.length > 0 && failures.length === 0) return 0;
    throwAll(failures.filter((one) => !(one instanceof Refused && one.status.reason === 'NotFound')));
    if (call.cluster.nowMs >= limitMs) throw new Failure('timed out waiting for the condition');
    yield { for: 'moment', untilMs: Math.min(call.cluster.nowMs + lookMs, limitMs) };
  }
}

interface Patience {
  readonly limitMs: number;
  /** A timeout of 0: one look, no wait. */
  readonly isOnce: boolean;
}

function* fulfilled(call: Call, info: Info, wish: Wish, { limitMs, isOnce }: Patience): Running {
  const { resource, namespace, name } = info;
  let last = info.object as KubeObject;
  for (;;) {
    const object = resource.find(call.cluster.reading, namespace, name);
    const isGone = !object || object.metadata.uid !== info.object?.metadata.uid;
    if (wish.is === 'state' && !object) throw notFound(resource, name);
    last = object ?? last;
    const isSo = wish.is === 'state' ? wish.holds(last) : wish.is === 'create' || isGone;
    if (isSo) {
      done(call, last, 'condition met');
      return 0;
    }
    if (isOnce) throw new Failure(`condition not met for ${resource.plural}/${name}`);
    if (call.cluster.nowMs >= limitMs)
      throw new Failure(`timed out waiting for the condition on ${resource.plural}/${name}`);
    yield { for: 'change', untilMs: limitMs };
  }
}
