import {execFile} from 'node:child_process';
import {promisify} from 'node:util';
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest';
import {dockmon} from '../helpers/built.ts';
import {findRealEngine} from '../helpers/docker.ts';
import {openPty, type Pty} from '../helpers/pty.ts';
import {until} from '../helpers/until.ts';

const found = await findRealEngine();
if (typeof found === 'string') console.log(`real engine left out: ${found}`);

const project = `journey${process.pid}`;

/** As Compose labels what it makes. */
const labels = (service: string) => ({
	'com.docker.compose.project': project,
	'com.docker.compose.service': service,
	'com.docker.compose.container-number': '1',
	'com.docker.compose.oneoff': 'False',
});

const counting = 'i=0; while sleep 0.2; do i=$((i+1)); echo "beat $i"; echo "warning $i" >&2; done';

describe.skipIf(typeof found === 'string')('on the real engine', () => {
	if (typeof found === 'string') return;
	let pty: Pty | undefined;

	beforeAll(async () => {
		await found.run(counting, {
			name: `${project}_clock_1`,
			labels: labels('clock'),
			probe: 'true',
		});
		await found.run('exit 3', {name: `${project}_once_1`, labels: labels('once')});
	});

	afterEach(async () => {
		await pty?.dispose();
		pty = undefined;
	});

	afterAll(() => found.cleanup());

	const open = async (): Promise<Pty> => {
		pty = await openPty({...dockmon(), columns: 120, rows: 40});
		await pty.until(/containers \d+\/[1-9]/);
		pty.type(`/project:${project}\r`);
		await pty.until(/clock .*\d+\.\d/);
		return pty;
	};

	/** Alone on the list with its heading, so the last row is the container. */
	const select = async (screen: Pty, service: string): Promise<void> => {
		screen.type(`/\u0015name:${project}_${service}\rG`);
		await screen.until(() => screen.screen().some(row => /^│▌/.test(row) && row.includes(service)));
	};

	test('shows figures, health, exit code and both streams of the log', async () => {
		const screen = await open();
		await screen.until(/● ✓ clock/, 30_000);
		await screen.until(/✗ · once \(3\)/);
		await select(screen, 'clock');
		await screen.until(/beat \d+/);
		await screen.until(/┃.*warning \d+/);
	});

	test('opens a shell and comes back', async () => {
		const screen = await open();
		await select(screen, 'clock');
		screen.type('e');
		await screen.until(`dockmon: shell in ${project}/clock`);
		await screen.until(/[#$] $|[#$]$/m);
		screen.type('echo $((6 * 7)); exit 4\r');
		await screen.until('ended, exit code 4');
	});

	test('restarts a container and follows it until it is healthy', async () => {
		const screen = await open();
		await select(screen, 'clock');
		screen.type('r');
		await screen.until(`Restart ${project}/clock?`);
		await until(() => {
			screen.type('y');
			return !screen.text().includes(`Restart ${project}/clock?`);
		}, 'the question answered');
		// It scrolls away soon. Where the machine is busy, both halves of it are told.
		await screen.until(/── (?:restarted, exit 137|started)\b.* ──/, 60_000);
		await screen.until(new RegExp(`restarted ${project}/clock, healthy again in \\d`), 60_000);
	});

	test('prints the same containers as JSON, unknown as null', async () => {
		const {file, args} = dockmon('--json');
		const {stdout} = await promisify(execFile)(file, [...args]);
		const snapshot = JSON.parse(stdout);
		expect(snapshot).toMatchObject({schema: 1, engine: {source: expect.any(String)}});
		const ours = snapshot.containers.filter((each: {project: string}) => each.project === project);
		expect(ours).toHaveLength(2);
		expect(ours.find((each: {service: string}) => each.service === 'once')).toMatchObject({
			state: 'exited',
			exitCode: 3,
			cpuPercent: null,
			memoryBytes: null,
		});
		const clock = ours.find((each: {service: string}) => each.service === 'clock');
		expect(clock).toMatchObject({state: 'running', exitCode: null, netRxBytes: null});
		expect(clock.cpuPercent).toBeGreaterThanOrEqual(0);
		expect(clock.memoryBytes).toBeGreaterThan(0);
	});
});
