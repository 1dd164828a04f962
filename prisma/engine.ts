import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';

/** Everything of a schema, nothing left aside. */
export const wholeSchema = { externalTables: [], externalEnums: [] };

type Glue = { SchemaEngine: typeof SchemaEngine; __wbg_set_wasm(exports: WebAssembly.Exports): void };
const { SchemaEngine: Engine, __wbg_set_wasm: useExports } = glue as unknown as Glue;

let loaded = false;

/** The package's own entry imports its .wasm as a module, which Node does not do; so it is loaded by hand, once. */
function load(): void {
  if (loaded) return;
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const code = readFileSync(path.join(path.dirname(script), 'schema_engine_bg.wasm'));
  const imports = { './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports };
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code), imports);
  useExports(exports);
  (exports as { __wbindgen_start(): void }).__wbindgen_start();
  loaded = true;
}

/**
 * Runs `work` on Prisma's schema engine over this database: the one that `prisma migrate` has as a binary, here as WebAssembly, so
 * that nothing has to be downloaded. Every connection that the engine opened is closed afterwards: it holds the file exclusively.
 */
export async function withSchemaEngine<Value>(
  factory: SqlMigrationAwareDriverAdapterFactory,
  work: (engine: SchemaEngine) => Promise<Value>,
): Promise<Value> {
  load();
  const opened: SqlDriverAdapter[] = [];
  const keep = async (connecting: Promise<SqlDriverAdapter>) => {
    const adapter = await connecting;
    opened.push(adapter);
    return adapter;
  };
  const kept: SqlMigrationAwareDriverAdapterFactory = {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: () => keep(factory.connect()),
    connectToShadowDb: () => keep(factory.connectToShadowDb()),
  };
  const bound = bindMigrationAwareSqlAdapterFactory(kept);
  const datamodel = 'datasource db {\n  provider = "sqlite"\n}\n';
  try {
    const engine = await Engine.new({ datamodels: [['schema.prisma', datamodel]] }, () => {}, bound);
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } catch (error) {
    // The engine knows errors of the adapter by number only.
    const id = /External error id#(\d+)/.exec(String((error as Error).message))?.[1];
    throw (id !== undefined && bound.errorRegistry.consumeError(Number(id))?.error) || error;
  } finally {
    for (const adapter of opened) await adapter.dispose();
  }
}

/** The folders of `prisma/migrations` with what is in them, in the engine's own form. */
export function migrationList(folder: string, names: readonly string[]): MigrationList {
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "sqlite"\n' },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(path.join(folder, name, 'migration.sql'), 'utf8') },
      },
    })),
  };
}
