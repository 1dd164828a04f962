import { textsOfNetworkAndStorage } from './texts-network';
import { textsOfPods } from './texts-pods';
import { textsOfWorkloads } from './texts-workloads';

/** What is said of structs and fields; `*` is said of a field wherever nothing else is. */
interface Said {
  struct?: string;
  readonly fields: Map<string, string>;
}

const said = new Map<string, Said>();

/** Texts by struct: its name, what it is, then a line for each field. */
function read(): void {
  for (const text of [textsOfPods, textsOfWorkloads, textsOfNetworkAndStorage])
    for (const [, name = '', struct = '', fields = ''] of text.matchAll(/^(\S+):(.*)\n((?: .*\n)*)/gm)) {
      const of: Said = { fields: new Map() };
      if (struct.trim()) of.struct = struct.trim();
      for (const [, field = '', says = ''] of fields.matchAll(/^ +(\w+): (.*)$/gm))
        of.fields.set(field, says);
      said.set(name, of);
    }
}

/** Of another version of a struct (`Name@group`) is said what is said of the struct, unless more is known. */
function of(struct: string): readonly Said[] {
  if (said.size === 0) read();
  return [struct, struct.split('@')[0] ?? ''].flatMap((name) => said.get(name) ?? []);
}

/** What a struct is. */
export const textOfStruct = (struct: string): string | undefined =>
  of(struct).find((one) => one.struct)?.struct;

/** What a field is. */
export const textOfField = (struct: string, field: string): string | undefined =>
  [...of(struct), ...of('*')].find(({ fields }) => fields.has(field))?.fields.get(field);
