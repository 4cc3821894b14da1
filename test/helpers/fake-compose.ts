import {chmod, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';

/** A folder with a program called `docker-compose` in it that does what a script of Node says. */
export interface FakeCompose {
	readonly folder: string;
	readonly program: string;
	/** The arguments it was run with, of each time. */
	calls(): Promise<readonly (readonly string[])[]>;
	/** Files anywhere in the folder that nobody may have made. */
	canaries(): Promise<readonly string[]>;
	dispose(): Promise<void>;
}

/** @param script has `args`, and `log` written already */
export const fakeCompose = async (script = ''): Promise<FakeCompose> => {
	const folder = await mkdtemp(path.join(tmpdir(), 'dockmon-compose-'));
	const program = path.join(folder, 'docker-compose');
	const log = path.join(folder, 'calls');
	const body = `#!${process.execPath}
const args = process.argv.slice(2);
require('node:fs').appendFileSync(${JSON.stringify(log)}, JSON.stringify(args) + '\\n');
${script}
`;
	await writeFile(program, body);
	await chmod(program, 0o755);
	return {
		folder,
		program,
		async calls() {
			const text = await readFile(log, 'utf8').catch(() => '');
			return text
				.split('\n')
				.filter(Boolean)
				.map(line => JSON.parse(line));
		},
		async canaries() {
			const found = await readdir(folder, {recursive: true});
			const near = await readdir(process.cwd());
			return [...found, ...near].filter(name => path.basename(name) === 'CANARY');
		},
		dispose: () => rm(folder, {recursive: true, force: true}),
	};
};
