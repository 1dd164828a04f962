import type { WriteEntry } from '../cluster/journal';
import { kindOf } from '../cluster/keys';
import type { KubeObject } from '../cluster/objects';
import type { Call } from './call';
import { fieldSelectorOf } from './field-selector';
import { type Asked, type Found, type Info, infoOf } from './infos';
import { labelQueryOf } from './label-query';
import type { Resource } from './resources';

export interface Change {
  readonly entry: WriteEntry;
  readonly info: Info;
}

/** What is written of the objects that a line is about, from now on. Leaves out: Endpoints, which nobody writes here. */
export class Watched {
  private read: number;
  private readonly isMeant: (object: KubeObject) => boolean;

  constructor(
    private readonly call: Call,
    private readonly resource: Resource,
    asked: Asked,
    { infos, isNamed }: Found,
  ) {
    this.read = call.cluster.journal.length;
    const query = labelQueryOf(asked.selector ?? '');
    const fields = fieldSelectorOf(asked.fieldSelector ?? '', resource);
    const names = isNamed ? new Set(infos.map(({ name }) => name)) : undefined;
    const isInNamespace = ({ metadata }: KubeObject) =>
      asked.allNamespaces || !resource.namespaced || metadata.namespace === call.namespace;
    this.isMeant = (object) =>
      isInNamespace(object) &&
      (!names || names.has(object.metadata.name)) &&
      query(object.metadata.labels ?? {}) &&
      fields(object);
  }

  /** What was written since the last time that this was asked. */
  changes(): Change[] {
    const { journal } = this.call.cluster;
    const found: Change[] = [];
    for (; this.read < journal.length; this.read++) {
      const entry = journal[this.read];
      if (entry?.type !== 'write' || kindOf(entry.key) !== this.resource.kind) continue;
      const object = entry.after ?? entry.before;
      if (object && this.isMeant(object)) found.push({ entry, info: infoOf(this.resource, object) });
    }
    return found;
  }
}
