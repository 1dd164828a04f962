/**
 * The production build on PORT with the database of DATABASE_URL, migrated first: what the browser tests run against.
 * Ends with SIGTERM or SIGINT.
 */
import { needsBuild } from './steps/build.mjs';
import { databaseFault, databaseFile, migrate } from './steps/database.mjs';
import { main, refuse } from './steps/fault.mjs';
import { portFault, portOf } from './steps/port.mjs';
import { onStop } from './steps/run.mjs';
import { serve } from './steps/serve.mjs';

await main(async () => {
  const port = portOf(process.env);
  const url = process.env.DATABASE_URL ?? '';
  refuse(await portFault(port));
  refuse(databaseFault(databaseFile(url)));
  if (needsBuild())
    console.error('podium: the build is older than the sources; npm run build makes it anew.');
  await migrate(url);
  const server = serve({ port, url });
  let isStopping = false;
  onStop((signal) => {
    isStopping = true;
    server.stop(signal);
  });
  const { code } = await server.ended;
  return isStopping ? 0 : (code ?? 1);
});
