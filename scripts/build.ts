import {chmod, mkdir, rm, stat, writeFile} from 'node:fs/promises';
import path from 'node:path';
import type {Plugin} from 'esbuild';
import {bundle} from './bundle.ts';
import {packagesOf, thirdPartyNotices} from './notices.ts';

const root = path.join(import.meta.dirname, '..');
const output = path.join(root, 'build');

/** The starter loads the program only after it has made the terminal ready, so it is a file apart. */
const programApart: Plugin = {
	name: 'program-apart',
	setup({onResolve}) {
		onResolve({filter: /app\/main\.tsx$/}, () => ({path: './dockmon.js', external: true}));
	},
};

await rm(output, {recursive: true, force: true});
await mkdir(output);

const starter = path.join(output, 'cli.js');
await bundle(path.join(root, 'source/cli.ts'), starter, {
	plugins: [programApart],
	banner: {},
	// It must at least parse on a Node that is too old, to say so.
	target: 'node18',
});
await chmod(starter, 0o755);

const program = path.join(output, 'dockmon.js');
const metafile = await bundle(path.join(root, 'source/app/main.tsx'), program);
const packages = await packagesOf(metafile, root);
await writeFile(path.join(output, 'third-party-notices.txt'), thirdPartyNotices(packages));

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`.padStart(7);
const sizeOf = async (file: string): Promise<string> => kilobytes((await stat(file)).size);

const shown = 8;
console.log(`${await sizeOf(starter)}  build/cli.js`);
console.log(`${await sizeOf(program)}  build/dockmon.js, with ${packages.length} packages:`);
for (const {name, version, bytes} of packages.slice(0, shown))
	console.log(`${kilobytes(bytes)}    ${name} ${version}`);
console.log(`           and ${packages.length - shown} smaller ones`);
