import {execFile} from 'node:child_process';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {promisify} from 'node:util';
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest';
import {answerYes} from '../helpers/answer.ts';
import {dockmon} from '../helpers/built.ts';
import {findRealEngine} from '../helpers/docker.ts';
import {openPty, type Pty} from '../helpers/pty.ts';

const run = promisify(execFile);
const found = await findRealEngine();
const tool = await run('docker-compose', ['version', '--short']).then(
	({stdout}) => stdout.trim(),
	() => undefined,
);
const isLeftOut = typeof found === 'string' || tool === undefined;
if (isLeftOut) {
	const reason = typeof found === 'string' ? found : 'no docker-compose';
	console.log(`volumes of projects left out: ${reason}`);
}

/** Sorts before whatever else there is. */
const project = `aab${process.pid}`;
const external = `${project}-kept`;

const composeFile = `
version: "2.4"
services:
  db:
    image: busybox:local
    labels: {dockmon.test: e2e}
    command: [sh, -c, "head -c 300000 /dev/zero > /data/file; exec sleep 100000"]
    network_mode: none
    stop_grace_period: 1s
    volumes: [data:/data, kept:/kept, /nameless]
  web:
    image: busybox:local
    labels: {dockmon.test: e2e}
    command: [sh, -c, "exec sleep 100000"]
    network_mode: none
    stop_grace_period: 1s
    depends_on: [db]
volumes:
  data: {labels: {dockmon.test: e2e}}
  kept: {external: true, name: ${external}}
`;

describe.skipIf(isLeftOut)('a project of Compose 1 with volumes', () => {
	let folder: string;
	let pty: Pty | undefined;

	beforeAll(async () => {
		folder = await mkdtemp(path.join(tmpdir(), 'dockmon-volumes-'));
		await writeFile(path.join(folder, 'docker-compose.yml'), composeFile);
		await writeFile(path.join(folder, '.env'), `COMPOSE_PROJECT_NAME=${project}\n`);
		await run('docker', ['volume', 'create', '--label=dockmon.test=e2e', external]);
		await run('docker-compose', ['up', '--detach'], {cwd: folder});
	});

	afterEach(async () => {
		await pty?.dispose();
		pty = undefined;
	});

	afterAll(async () => {
		await run('docker-compose', ['down', '--volumes'], {cwd: folder});
		await run('docker', ['volume', 'rm', '--force', external]);
		await rm(folder, {recursive: true, force: true});
	});

	const open = async (): Promise<Pty> => {
		const {file, args} = dockmon();
		pty = await openPty({
			...{file: 'env', args: [`--chdir=${folder}`, file, ...args], columns: 120, rows: 40},
		});
		await pty.until(/containers \d+\/[1-9]/);
		return pty;
	};

	const openProjects = async (): Promise<Pty> => {
		const screen = await open();
		screen.type('6');
		await screen.until(new RegExp(`${project} .*this directory`), 60_000);
		screen.type('g');
		await screen.until(text => text.includes(`─ ${project} ─`) && text.includes('read at'), 60_000);
		return screen;
	};

	const volumes = async (): Promise<readonly string[]> => {
		const {stdout} = await run('docker', ['volume', 'ls', '--quiet', `--filter=name=${project}`]);
		return stdout.split('\n').filter(Boolean).toSorted();
	};

	test('its order is read when it is asked for, though nobody has seen its screen', async () => {
		const screen = await open();
		screen.type(`/project:${project}\r`);
		await screen.until(`filter: project:${project}`);
		screen.type('gr');
		await screen.until(`Restart 2 containers of project ${project}?`);
		await screen.until('In the order of their dependencies', 30_000);
		await screen.until(/after db/);
		screen.type('\u001B');
	});

	test('a command is run once on this terminal, and nothing of it is left', async () => {
		const screen = await openProjects();
		screen.type('gj');
		await screen.until(/^▌\S \S +db /m);
		screen.type('Osh\r');
		await answerYes(screen, `Run once in ${project}/db?`);
		await screen.until(/[#$]\s*$/, 60_000);
		screen.type('tty; ls -l /data | grep -c 300000; exit 3\r');
		await screen.until(/\/dev\/pts\/\d+|\/dev\/console/);
		await screen.until('exit code 3', 60_000);
		// What it complained about can be read, unless it took long.
		if (screen.text().includes('Enter goes back')) screen.type('\r');
		await screen.until('dockmon ▸', 60_000);
		screen.type('?');
		await screen.until('─ help ─');
		const filters = [`--filter=label=com.docker.compose.project=${project}`, '--all', '--quiet'];
		const {stdout} = await run('docker', ['ps', ...filters]);
		expect(stdout.trim().split('\n')).toHaveLength(2);
	}, 120_000);

	test('it goes with its volumes when its name is typed, and the external one stays', async () => {
		expect(await volumes()).toEqual([external, `${project}_data`].toSorted());
		const screen = await openProjects();
		screen.type('V');
		const question = `Down project ${project}, and delete its volumes?`;
		await screen.until(question, 30_000);
		const asked = screen.text();
		expect(asked).toMatch(new RegExp(`${project}_data +29\\d\\.\\d KB`));
		expect(asked).toMatch(/1 without a name +0 B/);
		expect(asked).toContain('These 2 volumes are deleted');
		expect(asked).toContain(`Kept: ${external}`);
		screen.type('y\r');
		await screen.until(`type ${project} to confirm`);
		expect(await volumes()).toHaveLength(2);
		screen.type(`\u0015${project}`);
		await screen.until('does it');
		await sleep(400);
		screen.type('\r');
		await screen.until('exit code 0 after', 120_000);
		expect(await volumes()).toEqual([external]);
	}, 180_000);
});
