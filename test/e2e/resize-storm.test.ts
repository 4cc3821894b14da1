import {setTimeout as sleep} from 'node:timers/promises';
import {afterEach, expect, test} from 'vitest';
import {dockmon} from '../helpers/built.ts';
import {dice} from '../helpers/dice.ts';
import {openPty, ordinaryModes, type Pty} from '../helpers/pty.ts';
import {brokenFrames, cellsOf} from '../helpers/screen-frames.ts';
import {ScreenTerminal} from '../helpers/screen-terminal.ts';
import {until} from '../helpers/until.ts';

// Promise P10: a storm of sizes, with keys between.

const resizeCount = 1000;
const inOneGust = 100;

let pty: Pty | undefined;

afterEach(async () => {
	await pty?.dispose();
	pty = undefined;
});

const keys = ['1', '2', '3', '4', ']', '[', 'j', 'k', '?', '\u001B', ':', '\u001B', 'c', '\u001B'];
const repaint = '\u000C';
const begin = '\u001B[?2026h';
const end = '\u001B[?2026l';

/** Nothing was written for a while. */
const isQuiet = async (demo: Pty): Promise<void> => {
	let length = -1;
	while (length !== demo.written.length) {
		length = demo.written.length;
		await sleep(60);
	}
};

const hasOverlay = (rows: readonly string[]): boolean =>
	rows.some(row => / Esc (?:close|cancel)/.test(row));

/** Of what is below an overlay nothing can be said. */
const closeAll = async (demo: Pty, columns: number): Promise<void> => {
	const isOpen = (): boolean =>
		// The emulator keeps what was to the right of its new edge.
		hasOverlay(demo.screen().map(row => row.slice(0, columns)));
	await isQuiet(demo);
	while (isOpen()) {
		demo.type('\u001B');
		await isQuiet(demo);
	}
};

/** What the last whole frame looks like in a terminal of this size that nothing else was written to. */
const wholeFrame = async (demo: Pty, columns: number, rows: number): Promise<ScreenTerminal> => {
	await isQuiet(demo);
	const before = demo.written.length;
	// A frame that is written whole begins with the cell that no pane covers.
	const first = `${begin}\u001B[${rows};${columns}H\u001B[K`;
	const frame = (): string => {
		const written = demo.written.slice(before);
		const from = written.lastIndexOf(first);
		const to = written.indexOf(end, from);
		return from < 0 || to < 0 ? '' : written.slice(from, to);
	};
	await until(() => {
		// Read together with an Esc before it, it would be another key.
		demo.type(repaint);
		return frame() !== '';
	}, 'a whole frame');
	// On a busy machine it was asked for several times.
	await isQuiet(demo);
	const terminal = new ScreenTerminal(columns, rows);
	terminal.stream.write(frame());
	await terminal.settled();
	return terminal;
};

test(`${resizeCount} sizes in a row: it lives, fits, and puts the terminal back`, async () => {
	const roll = dice(10);
	pty = await openPty({...dockmon('--demo'), columns: 120, rows: 40});
	const demo = pty;
	await demo.until(/api .*\d+\.\d .*\d+M/);
	for (let count = 0; count < resizeCount; count += inOneGust) {
		let [columns, rows] = [80, 24];
		for (let step = 0; step < inOneGust; step++) {
			[columns, rows] = [1 + roll(250), 1 + roll(80)];
			// The last ones of a gust are large enough to tell that all is there.
			if (step === inOneGust - 1) [columns, rows] = [24 + roll(227), 6 + roll(75)];
			demo.resize(columns, rows);
			if (roll(4) === 0) demo.type(keys[roll(keys.length)] ?? '');
			await sleep(roll(4));
		}
		let whole: ScreenTerminal;
		do {
			await closeAll(demo, columns);
			whole = await wholeFrame(demo, columns, rows);
			// On a busy machine the key that opens one may be answered after a while of quiet.
		} while (hasOverlay(whole.rows()));
		const now = demo.screen();
		const differing = whole.rows().filter((row, index) => row !== now[index]?.trimEnd());
		const cells = cellsOf(whole, columns, rows);
		expect.soft(whole.wrappedRows, `${columns}x${rows}`).toEqual([]);
		expect.soft(whole.scrolledLines).toBe(0);
		expect.soft(brokenFrames(cells), `${columns}x${rows}\n${whole.rows().join('\n')}`).toEqual([]);
		expect.soft(whole.rows()[0]).toMatch(/^ dockmon/);
		// What changed was painted as if all had been.
		expect.soft(differing.length, differing.join('\n')).toBeLessThanOrEqual(rows / 2);
	}
	demo.resize(100, 30);
	demo.type('\u001B\u001B1');
	await demo.until('containers');
	demo.type('\u0003');
	expect((await demo.end()).code).toBe(0);
	expect(demo.modes()).toEqual(ordinaryModes);
	expect(demo.written).not.toMatch(/\u001B\[[23]J/);
	await until(() => demo.processes().length === 0, 'no process left');
});
