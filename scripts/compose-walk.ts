/**
 * Walks through the screen of projects on a real engine with a copy of `test/fixtures/stack`: up, scale, a
 * broken health check, restart, an edit that makes drift, a rebuild, down; and writes each screen as text.
 *
 *     npm run build && node scripts/compose-walk.ts --out walk.txt
 *
 * Which Compose is used says the environment: `DOCKER_CONFIG` with a folder `cli-plugins` brings Compose 2.
 */
import {execFile} from 'node:child_process';
import {rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {parseArgs, promisify} from 'node:util';
import {PseudoTerminal} from './lib/pseudo-terminal.ts';
import {builtImage, copyStack, edit, writeNote} from './lib/walk-stack.ts';

const {values} = parseArgs({
	options: {
		out: {type: 'string', default: 'compose-walk.txt'},
		project: {type: 'string', default: 'aa-walk'},
		port: {type: 'string', default: '18093'},
		// On a busy machine the probes of the stack take longer than they may.
		'probe-timeout': {type: 'string', default: '2s'},
		// And what is waited for comes later: so many times.
		pace: {type: 'string', default: '1'},
	},
});

const run = promisify(execFile);
const pace = Number(values.pace);
const sleep = (millis: number): Promise<void> => setTimeout(millis * pace);
const {project} = values;
const cli = path.join(import.meta.dirname, '../build/cli.js');

const folder = copyStack(project, values.port, values['probe-timeout']);
const terminal = new PseudoTerminal({
	command: ['env', `--chdir=${folder}`, process.execPath, cli],
	...{columns: 120, rows: 40},
});
const pages: string[] = [];

const seen = (fits: RegExp | ((screen: string) => boolean), seconds = 60): Promise<void> =>
	terminal.until(
		screen => (typeof fits === 'function' ? fits(screen) : fits.test(screen)),
		String(fits),
		seconds * 1000 * pace,
	);

const record = async (title: string): Promise<void> => {
	await sleep(700);
	console.log(title);
	pages.push(`== ${title}\n\n${terminal.screen().join('\n').trimEnd()}\n`);
};

const cursorIs = async (name: string): Promise<boolean> => {
	const shows = (): boolean =>
		(terminal.screen().find(row => row.startsWith('▌')) ?? '').split(/\s+/).includes(name);
	await sleep(200);
	if (!shows()) return false;
	// Whether it is there by now, and not on its way past it.
	await sleep(500);
	return shows();
};

/** The cursor on a row that is at most so many below this one. */
const goDown = async (name: string, most: number): Promise<void> => {
	for (let step = 0; step < most; step++) {
		if (await cursorIs(name)) return;
		terminal.type('j');
	}
	throw new Error(`no row ${name}:\n${terminal.screen().join('\n')}`);
};

const select = async (name: string): Promise<void> => {
	terminal.type('g');
	await goDown(name, 40);
};

/** The cursor on a service of our project: those of another one stand before or behind it. */
const selectIn = async (name: string): Promise<void> => {
	await select(project);
	await goDown(name, 12);
};

const yes = async (question: RegExp, title?: string): Promise<void> => {
	await seen(question);
	if (title !== undefined) await record(title);
	await sleep(500);
	terminal.type('y');
};

const ended = async (title: string, code = 0): Promise<void> => {
	await seen(new RegExp(`exit code ${code} after`), 180);
	await record(title);
	terminal.type('\u001b');
	await sleep(600);
};

const rowOf = (name: string): string =>
	terminal.screen().find(row => row.split(/\s+/).slice(0, 5).includes(name)) ?? '';

const walk = async (): Promise<void> => {
	await seen(/containers|running/);
	await sleep(1500);
	terminal.type('6');
	await seen(new RegExp(`${project} .*this directory`));
	await select(project);
	await seen(/not created/);
	await record('the project of this directory, before anything of it is created');

	terminal.type('u');
	await yes(new RegExp(`Up project ${project}\\?`), 'the question names the files');
	await ended('up');
	await seen(() => /healthy/.test(rowOf('proxy')), 90);
	await selectIn('api');
	await record('all runs, nothing has drifted');

	await selectIn('worker');
	terminal.type('n\u00152\r');
	await yes(/Scale .*worker\?/);
	await ended('scaled to two');
	await seen(() => rowOf('worker').includes('2/1'));
	await record('two workers, where the files say one');

	const pid = (await run('docker', ['inspect', '-f', '{{.State.Pid}}', await idOf('api')])).stdout;
	const children = (await run('pgrep', ['-P', pid.trim()])).stdout.split('\n').filter(Boolean);
	for (const each of [pid.trim(), ...children]) process.kill(Number(each), 'SIGSTOP');
	await selectIn('proxy');
	await seen(() => /unhealthy/.test(rowOf('api')), 90);
	await record('its api hangs: unhealthy, and what waits for it says so');

	await select(project);
	terminal.type('r');
	await seen(/Restart \d+ containers of project/);
	await record('restart of the whole project: what, in which order');
	await sleep(500);
	terminal.type('y');
	await sleep(3000);
	await record('while it restarts');
	await seen(/(\d+) of \1 done/, 180);
	await record('the result of each');
	terminal.type('\u001b');
	await sleep(600);
	await seen(() => / healthy/.test(rowOf('api')) && / healthy/.test(rowOf('proxy')), 120);
	pages.push(`== when each was started by the engine\n\n${await startTimes()}\n`);

	edit(folder, 'docker-compose.yml', text => text.replace('only-a-fixture', 'another-fixture'));
	await selectIn('api');
	await seen(() => /differs/.test(rowOf('api')), 60);
	await record('after an edit of the file api differs from it');

	writeNote(folder, 'second');
	await selectIn('note');
	terminal.type('b');
	await yes(/Build the images of .*note\?/);
	await ended('built again');
	await sleep(6000);
	await record('after the build (with Compose 1 note differs: it counts the image)');

	terminal.type('v');
	await seen(/config .*exit code 0/);
	for (const key of 'jjjjjjjjjjjj') terminal.type(key);
	await record('the files as Compose understands them, secrets covered');
	terminal.type('\u001b');
	await sleep(400);

	await select(project);
	terminal.type('u');
	await yes(new RegExp(`Up project ${project}\\?`));
	await ended('up makes anew what differs');
	await seen(() => !/differs/.test(terminal.screen().join('\n')), 60);
	await seen(() => / healthy/.test(rowOf('proxy')), 90);
	await record('nothing has drifted any more');

	terminal.type('D');
	await yes(new RegExp(`Down project ${project}\\?`), 'down: the question');
	await ended('down');
	await select(project);
	await seen(/not created/);
	await record('all is gone again');
};

const startTimes = async (): Promise<string> => {
	const label = `label=com.docker.compose.project=${project}`;
	const {stdout} = await run('docker', ['ps', '-aq', '--filter', label]);
	const ids = stdout.split('\n').filter(Boolean);
	const format = '{{.State.StartedAt}} {{.Name}}';
	const times = (await run('docker', ['inspect', '--format', format, ...ids])).stdout;
	return times.trim().split('\n').toSorted().join('\n');
};

const idOf = async (service: string): Promise<string> =>
	(
		await run('docker', [
			...['ps', '-q', '--filter', `label=com.docker.compose.project=${project}`],
			...['--filter', `label=com.docker.compose.service=${service}`],
		])
	).stdout
		.trim()
		.split('\n')[0] ?? '';

try {
	await walk();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
} finally {
	await terminal.stop();
	const label = `label=com.docker.compose.project=${project}`;
	const {stdout} = await run('docker', ['ps', '-aq', '--filter', label]);
	const ids = stdout.split('\n').filter(Boolean);
	if (ids.length > 0) await run('docker', ['rm', '--force', '--volumes', ...ids]);
	for (const kind of ['network', 'volume']) {
		const found = await run('docker', [kind, 'ls', '-q', '--filter', label]);
		for (const id of found.stdout.split('\n').filter(Boolean))
			await run('docker', [kind, 'rm', id]);
	}
	// Or the next walk begins with what this one has built.
	await run('docker', ['image', 'rm', '--force', builtImage]);
	rmSync(folder, {recursive: true, force: true});
	writeFileSync(values.out, pages.join('\n'));
}
