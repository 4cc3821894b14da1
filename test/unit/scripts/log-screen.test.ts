import {expect, test} from 'vitest';
import {readLogScreen} from '../../../scripts/lib/log-screen.ts';

test('the numbers of the first and the last line, and when that was written', () => {
	expect(
		readLogScreen([
			' web [Logs]  Stats',
			' 10:00:00.000 line 0000041 at 100.25 the quick',
			' 10:00:00.010 line 0000042 at 100.26 the quick',
			' q quit',
		]),
	).toEqual({
		firstNumber: 41,
		lastNumber: 42,
		writtenAtSeconds: 100.26,
		toldSkipped: 0,
		silentHoles: new Map(),
	});
});

test('a screen without lines', () => {
	expect(readLogScreen(['containers 3/4', ''])).toMatchObject({
		firstNumber: undefined,
		lastNumber: undefined,
		writtenAtSeconds: undefined,
	});
});

test('what is told to be missing is no hole', () => {
	const rows = ['line 0000007 x', '── 12,345 lines skipped ──', 'line 0012353 x'];
	expect(readLogScreen(rows)).toMatchObject({toldSkipped: 12_345, silentHoles: new Map()});
});

test('what is told wrongly, or not at all, is one', () => {
	const rows = [
		'line 0000007 x',
		'── skipped 3 older lines ──',
		'line 0000012 x',
		'line 0000014 x',
	];
	expect(readLogScreen(rows).silentHoles).toEqual(
		new Map([
			[7, 1],
			[12, 1],
		]),
	);
});

test('a line that stands there again is one too', () => {
	const rows = ['line 0000007 x', 'line 0000007 x'];
	expect(readLogScreen(rows).silentHoles).toEqual(new Map([[7, -1]]));
});

test('lines that are told to be missing above the first one are counted', () => {
	const rows = ['── 990 lines skipped ──', 'line 0000991 x'];
	expect(readLogScreen(rows)).toMatchObject({toldSkipped: 990, silentHoles: new Map()});
});
