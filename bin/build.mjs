/** `npm run build`: Prisma's client, the production build. */
import { build } from './steps/build.mjs';
import { generateClient } from './steps/database.mjs';
import { main } from './steps/fault.mjs';

await main(async () => {
  await generateClient();
  await build({ show: true });
});
