import { generateClient } from './database.mjs';
import { installPackages, needsInstall } from './install.mjs';
import { step } from './run.mjs';
import { bindingFor, bindingWorks, installBinding } from './sqlite-binding.mjs';

/** What every command needs first: the packages, an SQLite binding for this Node, Prisma's client. */
export async function prepare() {
  if (needsInstall()) await step('Installing packages', installPackages);
  if (!(await bindingWorks())) {
    const how = bindingFor(process.version) === '12.11.1' ? ', compiled on Node 20, about 90 s' : '';
    await step(`Installing the SQLite binding for Node ${process.versions.node}${how}`, installBinding);
  }
  await step('Generating the database client', () =>
    generateClient().then((made) => (made ? '' : 'unchanged')),
  );
}
