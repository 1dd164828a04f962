/** `npm start`. The steps load after the check: an old Node must get its sentence, not a syntax error. */
import { main, refuse } from './steps/fault.mjs';
import { nodeFault } from './steps/node-version.mjs';

await main(async () => {
  refuse(nodeFault(process.version));
  const { start } = await import('./steps/start.mjs');
  return start();
});
