import {expect, test} from 'vitest';
import type {ProgramEnd} from '../../../source/store/program.ts';
import {openApp} from '../../helpers/open-app.tsx';
import {scenes} from '../../helpers/view-states.ts';
import {hostileName} from '../../helpers/view-world.ts';

const running = (...lines: readonly string[]) =>
	scenes
		.ready()
		.do(
			{type: 'program/started', name: 'deploy', text: 'make shop', atMillis: 0},
			...(lines.length === 0 ? [] : [{type: 'program/written', lines} as const]),
			{type: 'overlay/opened', overlay: {kind: 'output', top: Number.MAX_SAFE_INTEGER}},
		);

const ended = (end: ProgramEnd) => running('one').do({type: 'program/ended', end, atMillis: 1400});

test('says what runs, and that nothing was written yet', async () => {
	const app = await openApp(running());
	await app.shows('$ make shop');
	await app.shows('no output yet');
	await app.shows('running');
	await app.shows('x cancel');
});

test('follows the end until the user scrolls', async () => {
	const lines = Array.from({length: 50}, (_, index) => `line ${index} of it`);
	const app = await openApp(running(...lines));
	await app.shows('line 49 of it');
	await app.press('k');
	await app.hides('line 49 of it');
	app.scene.do({type: 'program/written', lines: ['line 50 of it']});
	await app.shows('line 48 of it');
	await app.press('jj');
	await app.shows('line 50 of it');
	app.scene.do({type: 'program/written', lines: ['line 51 of it']});
	await app.shows('line 51 of it');
});

test.each([
	[{kind: 'exited', code: 0}, '✓ exit code 0 after 1.4s'],
	[{kind: 'exited', code: 3}, '✗ exit code 3'],
	[{kind: 'failed', message: 'there is no program x'}, '✗ not run: there is no program x'],
] as const)('tells the end: %j', async (end, words) => {
	const app = await openApp(ended(end));
	await app.shows(words);
	await app.hides('x cancel');
});

test('colours are obeyed, and nothing else', async () => {
	const app = await openApp(running('\u001b[32mgreen\u001b[0m', hostileName));
	await app.shows('green');
	expect(app.cellOf('green').foreground).not.toBe(app.cellOf('evil').foreground);
	await app.shows('evilred');
});
