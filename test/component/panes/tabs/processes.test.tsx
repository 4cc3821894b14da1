import {describe, expect, test} from 'vitest';
import type {ProcessSample} from '../../../../source/model/process-cpu.ts';
import {exited, keyOf, ofProject, startMillis} from '../../../helpers/builders.ts';
import {aProcessSample} from '../../../helpers/detail-scene.ts';
import {drawArea} from '../../../helpers/drawn-area.ts';
import {type Scene, scenes} from '../../../helpers/view-states.ts';

const about = {key: keyOf('shop-api-1'), kind: 'processes', atMillis: startMillis} as const;

const open = (...value: readonly ProcessSample[]): Scene =>
	scenes
		.ready()
		.do(
			{type: 'frame/tab-chosen', tab: 'processes'},
			{type: 'frame/focused', pane: 'logs'},
			{type: 'detail/loaded', ...about, value},
		);

const later = (cpuMillis: number): ProcessSample => {
	const [master, worker] = aProcessSample().processes;
	return aProcessSample({
		atMillis: startMillis + 5000,
		processes: [
			{pid: 40, ...master},
			{pid: 41, ...worker, cpuMillis},
		],
	});
};

test('as a tree, with the mean of their lives as long as nothing better is known', () => {
	const drawn = drawArea(open(aProcessSample()), 'bottom', 80, 24);
	expect(drawn.texts[0]).toContain('2 processes');
	expect(drawn.texts[1]).toMatch(/PID USER +avg% +MEM +TIME COMMAND/);
	expect(drawn.texts[2]).toMatch(/40 app +0\.1 +29M +00:00 gunicorn app:api$/);
	expect(drawn.texts[3]).toMatch(/41 app +62\.1 +92M +01:01 └─ gunicorn: worker$/);
});

test('by what they take now as soon as two samples tell it', () => {
	const drawn = drawArea(open(aProcessSample(), later(63_500)), 'bottom', 120, 40);
	expect(drawn.texts[0]).toContain('cpu over 5 s');
	expect(drawn.texts[1]).toContain('CPU%');
	expect(drawn.textWith('worker')).toMatch(/ 50\.0 ████/);
});

test('flat, the busiest first', () => {
	const scene = open(aProcessSample()).do({type: 'trees/flattened'});
	const drawn = drawArea(scene, 'bottom', 80, 24);
	expect(drawn.texts[2]).toMatch(/gunicorn: worker$/);
	expect(drawn.text).not.toContain('└');
});

test('what a process calls itself cannot reach the terminal', () => {
	const processes = [{pid: 1, command: 'evil\u001b]0;owned\u0007 --x', user: 'ro\u001b[31mot'}];
	const {text} = drawArea(open(aProcessSample({processes, total: 1})), 'bottom', 80, 24);
	expect(text).toContain('evil');
	expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
});

test('a password on a command line is covered', () => {
	const processes = [{pid: 1, command: 'redis-server --requirepass hunter2'}];
	const {text} = drawArea(open(aProcessSample({processes, total: 1})), 'bottom', 120, 40);
	expect(text).not.toContain('hunter2');
});

describe('what is not there', () => {
	test('unknown columns are –, never 0', () => {
		const processes = [{pid: 7}];
		const {texts} = drawArea(open(aProcessSample({processes, total: 1})), 'bottom', 80, 24);
		expect(texts[2]?.trim()).toMatch(/^7 – +– +– +– –$/);
	});

	test('more than are listed', () => {
		const {text} = drawArea(open(aProcessSample({total: 5002})), 'bottom', 80, 24);
		expect(text).toContain('5,000 more are not shown');
	});

	test('it does not run', () => {
		const scene = open().do({
			...{type: 'containers/listed', containers: [ofProject('shop', 'api', exited())]},
			atMillis: startMillis,
		} as never);
		expect(drawArea(scene, 'bottom', 80, 24).text).toContain(
			'it has ended, so nothing runs in it; s starts it',
		);
	});
});

test('a narrow screen keeps what matters', () => {
	const {texts} = drawArea(
		open(aProcessSample()).do({type: 'frame/zoomed', zoomed: true}),
		'bottom',
		40,
		15,
	);
	expect(texts[1]).toMatch(/PID +avg% +MEM COMMAND/);
});
