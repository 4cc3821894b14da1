import {expect, test} from 'vitest';
import {countScreen, startTimes} from '../../../scripts/lib/start-timeline.ts';

const prefix = 'dockmon-bench-';

test('the table of dockmon is counted, with and without CPU', () => {
	const rows = [
		'╭─ containers 3/3 ─────────────────────────────────╮╭─ dockmon-bench-7 cpu ── 0.0% ─╮',
		'│▌● · dockmon-bench-1    ········   0.0    ▁  380K ········ 00:05 ││  1.0        ',
		'│ ● · dockmon-bench-2    ········     –    ▁  1.5M ········ 00:05 ││  1.0        ',
		'│ ● · dockmon-bench-11   ▇▇······  12.4    ▁     –          00:04 ││             ',
	];
	expect(countScreen(rows, prefix)).toEqual({isBlank: false, names: 3, figures: 2});
});

test('the table of docker stats is counted, with and without CPU', () => {
	const rows = [
		'CONTAINER ID   NAME              CPU %     MEM USAGE / LIMIT   MEM %     NET I/O',
		'48f839428c2c   dockmon-bench-3   0.00%     324KiB / 23.54GiB   0.00%     628B / 0B',
		'e81f513e8dc0   dockmon-bench-2   --        -- / --             --        --',
	];
	expect(countScreen(rows, prefix)).toEqual({isBlank: false, names: 2, figures: 1});
});

test('a name that is longer, or that belongs to somebody else, is not counted', () => {
	expect(countScreen(['● dockmon-bench-3x 1.0 ', '● other 1.0 '], prefix).names).toBe(0);
	expect(countScreen(['', ' '], prefix).isBlank).toBe(true);
});

const at = (atMillis: number, names: number, figures: number, isBlank = false) => ({
	...{atMillis, names, figures, isBlank},
});

test('a start is told by what came first and by when all was there', () => {
	const timeline = [at(5, 0, 0, true), at(40, 0, 0), at(90, 2, 0), at(120, 9, 1), at(700, 9, 9)];
	expect(startTimes(timeline)).toEqual({
		...{firstPaint: 40, firstName: 90, allNames: 120, firstFigure: 120, allFigures: 700},
		rows: 9,
	});
});

test('what was never there is not known', () => {
	expect(startTimes([at(40, 3, 2)])).toMatchObject({allNames: 40, allFigures: undefined});
	expect(startTimes([])).toMatchObject({firstPaint: undefined, allNames: undefined, rows: 0});
});
