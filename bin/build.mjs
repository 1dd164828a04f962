/** `npm run build`: Prisma's client, the production build, the inline scripts' hashes. */
import { build } from './steps/build.mjs';
import { generateClient } from './steps/database.mjs';
import { main } from './steps/fault.mjs';

await main(async () => {
  await generateClient();
  console.log(await build({ show: true }));
});
