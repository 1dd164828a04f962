/** `npm run dev`: the development server on PORT, with a migrated database. */
import { main, refuse } from './steps/fault.mjs';
import { nodeFault } from './steps/node-version.mjs';

await main(async () => {
  refuse(nodeFault(process.version));
  const { DEFAULT_DATABASE_URL, databaseFault, databaseFile, migrate } = await import('./steps/database.mjs');
  const { portFault, portOf } = await import('./steps/port.mjs');
  const { prepare } = await import('./steps/prepare.mjs');
  const { node, stopWithSignal } = await import('./steps/run.mjs');
  const port = portOf(process.env);
  refuse(await portFault(port));
  const url = process.env.DATABASE_URL || DEFAULT_DATABASE_URL;
  refuse(databaseFault(databaseFile(url)));
  stopWithSignal();
  await prepare();
  await migrate(url);
  const { code } = await node('next/dist/bin/next', ['dev', '-p', String(port)], {
    show: true,
    env: { DATABASE_URL: url },
  });
  return code;
});
