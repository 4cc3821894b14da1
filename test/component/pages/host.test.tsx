import {afterEach, describe, expect, test} from 'vitest';
import {lineWidth} from '../../../source/format/line.ts';
import type {HostDetail} from '../../../source/model/host-detail.ts';
import type {HostSample} from '../../../source/model/host-sample.ts';
import {views} from '../../../source/store/views.ts';
import {anEngine, startMillis} from '../../helpers/builders.ts';
import {drawArea} from '../../helpers/drawn-area.ts';
import {openApp} from '../../helpers/open-app.tsx';
import {unmountAll} from '../../helpers/render.tsx';
import {type Scene, scenes} from '../../helpers/view-states.ts';
import {aHostSample, hostileName} from '../../helpers/view-world.ts';

afterEach(unmountAll);

const gibibyte = 1024 ** 3;

const detail: HostDetail = {
	coresPercent: [92, 71, 34, 12, 3, 0, undefined, 55],
	loads: [2.1, 3.4, 9.25],
	uptimeSeconds: 7 * 3600 + 14 * 60,
	memory: {
		availableBytes: 19.2 * gibibyte,
		freeBytes: 10.2 * gibibyte,
		swapTotalBytes: 2 * gibibyte,
	},
	fileSystems: [
		{
			...{mountPoint: '/', type: 'ext4', usedBytes: 71 * gibibyte, totalBytes: 117 * gibibyte},
			...{readPerSecond: 16_000, writePerSecond: 82_000},
		},
		{
			...{mountPoint: '/var/lib/docker', type: 'xfs'},
			...{usedBytes: 480 * gibibyte, totalBytes: 512 * gibibyte, writePerSecond: 738_000},
		},
		{mountPoint: `/mnt/${hostileName}`, type: 'btrfs'},
	],
	interfaces: [
		{
			...{name: 'eth0', address: '10.0.4.17', isOuter: true},
			...{rxPerSecond: 1_500_000, txPerSecond: 2_400_000},
		},
		{name: 'docker0', isOuter: false},
	],
	pressure: {cpu: [42, 12, 3.2], memory: [0, 0, 0], io: [0.8, 0.6, 0.5]},
};

const engine = {
	...{...anEngine, name: 'prod-1', version: '27.3.1', apiVersion: '1.47', cpus: 8},
	...{kernel: '6.8.0-48', architecture: 'x86_64', storageDriver: 'overlay2', imageCount: 15},
	...{loggingDriver: 'json-file', cgroupVersion: 'v2', cgroupDriver: 'systemd', isRootless: false},
	...{rootFolder: '/var/lib/docker', operatingSystem: 'Debian GNU/Linux 12 (bookworm)'},
};

const sampled = (sample: HostSample): Scene =>
	scenes
		.ready()
		.do(
			{type: 'connection/opened', engine, atMillis: startMillis},
			{type: 'host/sampled', sample},
			{type: 'frame/view-chosen', view: 'host'},
		);

const withDetail = (change: Partial<HostDetail> = {}): Scene =>
	sampled({...aHostSample(startMillis), detail: {...detail, ...change}});

const remote = (): Scene =>
	sampled({origin: 'engine', atMillis: startMillis, cpus: 8, memoryTotalBytes: 31 * gibibyte});

test.each([
	['machine', 48, 16, withDetail],
	['machine', 80, 24, withDetail],
	['machine', 120, 40, withDetail],
	['remote', 80, 24, remote],
] as const)('%s at %i by %i', async (name, columns, rows, scene) => {
	const drawn = drawArea(scene(), 'page', columns, rows);
	await expect(`${drawn.text}\n`).toMatchFileSnapshot(`screens/${name}-${columns}x${rows}.txt`);
});

const fewOrMany = [1, 2, 3, 7, 16, 64, 128, 448];

test.each(fewOrMany)('%i cores have room at every size, each once', count => {
	const coresPercent = Array.from({length: count}, (_, core) => (core * 7) % 101);
	for (const [columns, rows] of [
		[60, 16],
		[80, 24],
		[120, 40],
		[200, 60],
		[250, 80],
	] as const) {
		const drawn = drawArea(withCores(coresPercent), 'page', columns, rows);
		expect(drawn.lines.length).toBeLessThanOrEqual(drawn.height);
		for (const line of drawn.lines) expect(lineWidth(line)).toBeLessThanOrEqual(columns);
	}
	const tall = drawArea(withCores(coresPercent), 'page', 200, 60).text;
	expect(tall).toMatch(new RegExp(`cores ─+ ${count} ─╮`));
});

const withCores = (coresPercent: readonly number[]): Scene =>
	sampled({
		...{...aHostSample(startMillis), cpus: coresPercent.length},
		detail: {...detail, coresPercent},
	});

test('what does not fit as bars is a row of cells that begins where the bars end', () => {
	const coresPercent = Array.from({length: 20}, () => 50);
	const {text} = drawArea(withCores(coresPercent), 'page', 80, 24);
	expect(text).toMatch(/ 0 .* 50% .* 2 .* 50%/);
	expect(text).toMatch(/│ +4 [▁-█]{16} /);
});

describe('what is not known', () => {
	test('before the first detail', () => {
		const {text} = drawArea(sampled(aHostSample(startMillis)), 'page', 120, 40);
		expect(text).toContain('–');
		expect(text).not.toMatch(/NaN|undefined/);
		const none = scenes.unmeasured().do({type: 'frame/view-chosen', view: 'host'});
		expect(drawArea(none, 'page', 120, 40).text).toContain('reading what the machine does');
	});

	test('a kernel without pressure says so, and a machine without swap', () => {
		const {pressure: _, ...rest} = detail;
		const scene = sampled({
			...aHostSample(startMillis),
			detail: {...rest, memory: {availableBytes: 1, freeBytes: 1, swapTotalBytes: 0}},
		});
		const {text} = drawArea(scene, 'page', 120, 40);
		expect(text).toContain('this kernel does not measure it');
		expect(text).toContain('none on this machine');
	});

	test('of a machine that a proxy does not let one ask about it is said why, and what else is forbidden', () => {
		const scene = remote().do(
			{type: 'connection/restricted', part: 'info'},
			{type: 'connection/restricted', part: 'events'},
		);
		const {text} = drawArea(scene, 'page', 120, 40);
		expect(text).toContain('A proxy in front of the engine forbids info');
		expect(text).not.toContain('runs on another machine');
		expect(text).toMatch(/forbidden\s+info, events/);
	});

	test('of another machine it is said why', () => {
		const {text} = drawArea(remote(), 'page', 120, 40);
		expect(text).toContain('The engine runs on another machine');
		expect(text).toContain('containers cpu');
	});
});

test('the file system that holds images and volumes is named', () => {
	const drawn = drawArea(withDetail(), 'page', 160, 50);
	expect(drawn.textWith('/var/lib/docker ')).toContain('engine');
});

test('nothing of a name reaches the screen as a control byte', () => {
	expect(drawArea(withDetail(), 'page', 200, 60).text).not.toMatch(/[\u0000-\u0008\u001b]/);
});

const key = String(views.indexOf('host') + 1);

test('its key opens it, detail is asked for only while it is open, and Esc leaves it', async () => {
	const app = await openApp(scenes.ready(), {columns: 120, rows: 40});
	expect(app.scene.viewport.isOnHost).toBe(false);
	await app.press(key);
	await app.shows('load and pressure');
	expect(app.scene.viewport.isOnHost).toBe(true);
	await app.press('\u001b');
	await app.shows('containers 15/15');
	expect(app.scene.viewport.isOnHost).toBe(false);
});

test('what acts on the selection is neither offered there nor done', async () => {
	const app = await openApp(scenes.ready(), {columns: 120, rows: 40});
	await app.press(key);
	await app.shows('load and pressure');
	expect(app.rows().at(-1)).not.toMatch(/restart|shell|tab|pane/);
	await app.press('r');
	await app.shows('no container is shown here');
	expect(app.scene.requests).toEqual([]);
});
