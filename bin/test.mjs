/** `npm test`: installs what is missing, runs everything, ends with the line `N passed, M failed`. */
import { Fault, main, refuse } from './steps/fault.mjs';
import { nodeFault } from './steps/node-version.mjs';

await main(async () => {
  try {
    refuse(nodeFault(process.version));
    const { stages } = await import('./steps/test.mjs');
    const { passed, failed } = await stages();
    console.log(`\n${passed} passed, ${failed} failed`);
    return failed > 0 || passed === 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    console.error(`podium: ${error.message}`);
    console.log('\n0 passed, 1 failed');
    return 1;
  }
});
