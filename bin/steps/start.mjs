import { build, needsBuild } from './build.mjs';
import { DEFAULT_DATABASE_URL, databaseFault, databaseFile, migrate } from './database.mjs';
import { Fault, refuse } from './fault.mjs';
import { portFault, portOf } from './port.mjs';
import { prepare } from './prepare.mjs';
import { onStop, step, stopWithSignal } from './run.mjs';
import { serve } from './serve.mjs';

/** From a fresh clone, or from yesterday's, to a site that answers; resolves with the exit code when it is stopped. */
export async function start() {
  const stepsEnd = stopWithSignal();
  const port = portOf(process.env);
  refuse(await portFault(port));
  const url = process.env.DATABASE_URL || DEFAULT_DATABASE_URL;
  const file = databaseFile(url);
  refuse(databaseFault(file));

  await prepare();
  await step('Migrating the database', () => migrate(url).then(() => file));
  if (needsBuild()) await step('Building the site', build);

  stepsEnd();
  const server = serve({ port, url });
  let isStopping = false;
  onStop((signal) => {
    isStopping = true;
    server.stop(signal);
  });
  await step('Starting the server', () =>
    server.answered.catch((fault) =>
      isStopping ? undefined : server.stop().then(() => refuse(fault.message)),
    ),
  );
  if (!isStopping) console.log(`\n  Podium is at http://localhost:${port}\n`);
  const { code, signal } = await server.ended;
  if (isStopping) return 0;
  throw new Fault(`The server ended by itself (${signal ?? `exit code ${code}`}).`);
}
