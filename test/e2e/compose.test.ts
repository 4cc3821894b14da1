import {execFile} from 'node:child_process';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {promisify} from 'node:util';
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest';
import {dockmon} from '../helpers/built.ts';
import {findRealEngine} from '../helpers/docker.ts';
import {openPty, type Pty} from '../helpers/pty.ts';
import {until} from '../helpers/until.ts';

const run = promisify(execFile);
const found = await findRealEngine();
const tool = await run('docker-compose', ['version', '--short']).then(
	({stdout}) => stdout.trim(),
	() => undefined,
);
const isLeftOut = typeof found === 'string' || tool === undefined;
if (isLeftOut) {
	console.log(`projects left out: ${typeof found === 'string' ? found : 'no docker-compose'}`);
}

/** Sorts before whatever else there is, so that its rows are the first on the screen. */
const project = `aaa${process.pid}`;

const composeFile = `
services:
  db:
    image: busybox:local
    labels: {dockmon.test: e2e}
    command: [sh, -c, "exec sleep 100000"]
    network_mode: none
    stop_grace_period: 1s
    environment: {DB_PASSWORD: hunter2, NOTE: "$$(touch CANARY)"}
    healthcheck: {test: "true", interval: 1s}
  web:
    image: busybox:local
    labels: {dockmon.test: e2e}
    command: [sh, -c, "exec sleep 100000"]
    network_mode: none
    stop_grace_period: 1s
    depends_on: {db: {condition: service_healthy}}
`;

describe.skipIf(isLeftOut)('projects of Compose on the real engine', () => {
	let folder: string;
	let pty: Pty | undefined;

	beforeAll(async () => {
		folder = await mkdtemp(path.join(tmpdir(), 'dockmon-projects-'));
		await writeFile(path.join(folder, 'docker-compose.yml'), composeFile);
		await writeFile(path.join(folder, '.env'), `COMPOSE_PROJECT_NAME=${project}\n`);
	});

	afterEach(async () => {
		await pty?.dispose();
		pty = undefined;
	});

	afterAll(async () => {
		const label = `label=com.docker.compose.project=${project}`;
		const {stdout} = await run('docker', ['ps', '-aq', '--filter', label]);
		const ids = stdout.split('\n').filter(Boolean);
		if (ids.length > 0) await run('docker', ['rm', '--force', ...ids]);
		await rm(folder, {recursive: true, force: true});
	});

	const rowOf = (screen: Pty, name: string): string =>
		screen.screen().find(row => row.split(/\s+/).slice(0, 4).includes(name)) ?? '';

	const answer = async (screen: Pty, question: string): Promise<void> => {
		await screen.until(question, 30_000);
		await until(() => {
			screen.type('y');
			return !screen.text().includes(question);
		}, 'the question answered');
	};

	/** Waits for the end of what runs in its window, and closes that. */
	const finish = async (screen: Pty): Promise<void> => {
		await screen.until('exit code 0 after', 120_000);
		screen.type('\u001b');
		await screen.until(text => !text.includes('exit code 0 after'));
	};

	/** The screen of projects with the cursor on ours, when its files are read. */
	const openOurs = async (...env: readonly string[]): Promise<Pty> => {
		const {file, args} = dockmon();
		const screen = await openPty({
			...{file: 'env', args: [`--chdir=${folder}`, ...env, file, ...args], columns: 120, rows: 40},
		});
		pty = screen;
		await screen.until(/containers \d|running/);
		screen.type('6');
		await screen.until(new RegExp(`${project} .*this directory`), 60_000);
		screen.type('g');
		await screen.until(text => text.includes(`─ ${project} ─`) && text.includes('read at'), 60_000);
		return screen;
	};

	test('from nothing to up, scaled, drifted, and down again', async () => {
		const screen = await openOurs();
		expect(rowOf(screen, project)).toMatch(/0\/2 .*this directory/);
		expect(rowOf(screen, 'web')).toMatch(/0\/1 +– +not created +✗ db/);

		screen.type('u');
		await answer(screen, `Up project ${project}?`);
		await finish(screen);
		await screen.until(() => /1\/1 +healthy +none/.test(rowOf(screen, 'db')), 60_000);
		await screen.until(() => /1\/1 +running +none +✓ db/.test(rowOf(screen, 'web')), 60_000);

		// Below the project and its first service.
		screen.type('gjj');
		await screen.until(() => rowOf(screen, 'web').startsWith('▌'));
		screen.type('n\u00152\r');
		await answer(screen, `Scale ${project}/web?`);
		await finish(screen);
		await screen.until(() => /2\/1 +running/.test(rowOf(screen, 'web')));

		screen.type('v');
		await screen.until('exit code 0 after', 60_000);
		await screen.until(/DB_PASSWORD: "?\*{6}/);
		expect(screen.written).not.toContain('hunter2');
		screen.type('\u001b');

		const edited = composeFile.replace('$$(touch CANARY)', 'edited');
		await writeFile(path.join(folder, 'docker-compose.yml'), edited);
		await screen.until(() => /differs/.test(rowOf(screen, 'db')), 60_000);
		expect(rowOf(screen, 'web')).toMatch(/none/);

		screen.type('gD');
		await answer(screen, `Down project ${project}?`);
		await finish(screen);
		await screen.until(() => /not created/.test(rowOf(screen, 'db')), 60_000);
		await expect(readFile(path.join(folder, 'CANARY'))).rejects.toThrow('ENOENT');
	}, 300_000);

	test('what takes too long is cancelled, and says so', async () => {
		const slow = path.join(folder, 'docker-compose');
		const script =
			'#!/bin/sh\ncase "$*" in *version*) echo 1.29.2;; *config*) echo "services: {a: {}}";; *) echo begun; exec sleep 1000;; esac\n';
		await writeFile(slow, script, {mode: 0o755});
		const screen = await openOurs(`PATH=${folder}:${process.env['PATH']}`);
		screen.type('u');
		await answer(screen, `Up project ${project}?`);
		await screen.until('begun', 30_000);
		screen.type('x');
		await screen.until('cancelled after', 30_000);
	}, 120_000);
});
