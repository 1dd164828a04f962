import { isSame } from '../cluster/api/merge';
import { causesOf, type Entry, type WriteEntry } from '../cluster/journal';
import { isTerminating } from '../cluster/keys';
import type { KubeObject } from '../cluster/objects';

/** Commands by their sequence, none twice. Equal lists are mostly one value. */
type Roots = readonly number[];

const none: Roots = [];

/** For each entry of a journal the commands that its chains of causes lead to, by sequence. */
export function rootsOf(journal: readonly Entry[]): readonly Roots[] {
  const roots: Roots[] = [];
  const written = new Written();
  for (const entry of journal) {
    const { type, sequence, cause } = entry;
    const own = type === 'command' ? [sequence] : written.inForce(cause.on, united(roots, causesOf(entry)));
    roots.push(type === 'write' ? written.take(entry, own) : own);
  }
  return roots;
}

function united(roots: readonly Roots[], causes: readonly number[]): Roots {
  const [first = none, ...others] = [...new Set(causes.map((cause) => roots[cause] ?? none))];
  return others.length === 0 ? first : [...new Set([...first, ...others.flat()])];
}

/** What commands have made of objects so far: who set which field of a spec last, and who took an object away. */
class Written {
  private readonly setBy = new Map<string, Map<string, Roots>>();
  /** By object and command: the fields that it has set. */
  private readonly fieldsOf = new Map<string, Map<number, Set<string>>>();
  private readonly takenBy = new Map<string, Roots>();

  /**
   * A controller acts on an object as it stands: a command of which nothing is left in the spec that it set is none of the causes,
   * but those are that have set the same since.
   */
  inForce(on: string | undefined, roots: Roots): Roots {
    const fields = on === undefined ? undefined : this.fieldsOf.get(on);
    const setBy = on === undefined ? undefined : this.setBy.get(on);
    if (!fields || !setBy || !roots.some((root) => fields.has(root))) return roots;
    const left = roots.flatMap((root) =>
      fields.has(root) ? [...(fields.get(root) ?? [])].flatMap((field) => setBy.get(field) ?? none) : [root],
    );
    return asBefore(roots, [...new Set(left)]);
  }

  /** Gives the write's own commands. */
  take(write: WriteEntry, roots: Roots): Roots {
    const { key, before, after } = write;
    const left = before ? roots : this.ofReturn(write, roots);
    if (before && (!after || (isTerminating(after) && !isTerminating(before)))) this.takenBy.set(key, left);
    for (const field of after ? changedFields(before, after) : []) this.set(key, field, left);
    return left;
  }

  /**
   * An object that a controller makes again is the doing of the commands that took it away, whatever it waited for meanwhile; unless
   * what is asked for has changed since.
   */
  private ofReturn({ key, cause: { on = '' } }: WriteEntry, roots: Roots): Roots {
    const taken = this.takenBy.get(key) ?? none;
    const fields = this.fieldsOf.get(on);
    const both = roots.filter((root) => taken.includes(root));
    if (both.length > 0) return both;
    return taken.length > 0 && fields && !roots.some((root) => fields.has(root)) ? taken : roots;
  }

  private set(key: string, field: string, roots: Roots): void {
    this.setBy.set(key, (this.setBy.get(key) ?? new Map()).set(field, roots));
    const fields = this.fieldsOf.get(key) ?? new Map<number, Set<string>>();
    this.fieldsOf.set(key, fields);
    for (const root of roots) fields.set(root, (fields.get(root) ?? new Set()).add(field));
  }
}

/** The same value where nothing is otherwise. */
const asBefore = (roots: Roots, next: Roots): Roots => (isSame(roots, next) ? roots : next);

function changedFields(before: KubeObject | undefined, after: KubeObject): readonly string[] {
  if (before && before.spec === after.spec) return [];
  const [old, now] = [before, after].map(
    (object) => (object?.spec ?? {}) as Readonly<Record<string, unknown>>,
  );
  return Object.keys({ ...old, ...now }).filter(
    (field) => !isSame(old?.[field] ?? null, now?.[field] ?? null),
  );
}
