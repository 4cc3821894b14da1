import {copyFile, stat, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {bundleProgram} from './bundle.ts';
import {packagesOf, thirdPartyNotices} from './notices.ts';

const root = path.join(import.meta.dirname, '..');
const output = path.join(root, 'build');

const metafile = await bundleProgram(path.join(root, 'source/app/main.tsx'), output);
const packages = await packagesOf(metafile, root);
await writeFile(path.join(output, 'third-party-notices.txt'), thirdPartyNotices(packages));

await copyFile(path.join(root, 'config.schema.json'), path.join(output, 'config.schema.json'));

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`.padStart(7);
const sizeOf = async (file: string): Promise<string> =>
	kilobytes((await stat(path.join(output, file))).size);

const shown = 8;
console.log(`${await sizeOf('cli.js')}  build/cli.js`);
const program = Object.values(metafile.outputs).reduce((sum, {bytes}) => sum + bytes, 0);
console.log(`${kilobytes(program)}  build/dockmon.js, with ${packages.length} packages:`);
for (const {name, version, bytes} of packages.slice(0, shown))
	console.log(`${kilobytes(bytes)}    ${name} ${version}`);
console.log(`           and ${packages.length - shown} smaller ones`);
