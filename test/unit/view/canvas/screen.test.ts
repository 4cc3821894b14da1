import fc from 'fast-check';
import {describe, expect, test, vi} from 'vitest';
import {unicodeSymbols} from '../../../../source/format/symbols.ts';
import {createPainter} from '../../../../source/view/canvas/paint-line.ts';
import type {PaneSource} from '../../../../source/view/canvas/pane-source.ts';
import {Screen, type ScreenOptions} from '../../../../source/view/canvas/screen.ts';
import type {Rect} from '../../../../source/view/canvas/segments.ts';
import {ownPalettes} from '../../../../source/view/theme/palettes.ts';
import {createTheme} from '../../../../source/view/theme/theme.ts';
import {ScreenTerminal} from '../../../helpers/screen-terminal.ts';

const painter = createPainter(
	createTheme({level: '24', palette: ownPalettes.dark}),
	unicodeSymbols,
);

const open = (columns: number, rows: number, options: ScreenOptions = {}) => {
	const terminal = new ScreenTerminal(columns, rows);
	return {terminal, screen: new Screen(terminal.stream, options)};
};

const rect = (left: number, top: number, width: number, height: number): Rect => ({
	left,
	top,
	width,
	height,
});

/** A pane that is full of one letter. */
const filled = (area: Rect, letter: string, z = 0): PaneSource => ({
	rect: area,
	z,
	paint: (width, height) =>
		Array.from({length: height}, () => painter.line([{text: letter.repeat(width)}], width)),
});

const ownSequences = /\u001b\[(?:\?2026[hl]|\d+;\d+H|K|[\d;]*m)/g;

describe('what is seen', () => {
	test('panes stand before the frame of Ink', async () => {
		const {terminal, screen} = open(8, 3);
		screen.write('one\ntwo\nthree');
		screen.setPane('p', filled(rect(1, 1, 2, 1), 'x'));
		await terminal.settled();
		expect(terminal.rows()).toEqual(['one', 'txx', 'three']);
	});

	test('a popup hides what is below it, and shows it again when it goes', async () => {
		const {terminal, screen} = open(6, 3);
		screen.setPane('low', filled(rect(0, 0, 6, 3), 'a'));
		screen.setPane('high', filled(rect(2, 1, 2, 1), 'b', 1));
		await terminal.settled();
		expect(terminal.rows()).toEqual(['aaaaaa', 'aabbaa', 'aaaaa']);
		screen.removePane('high');
		await terminal.settled();
		expect(terminal.rows()).toEqual(['aaaaaa', 'aaaaaa', 'aaaaa']);
	});

	test('a pane without content is a window to the frame of Ink', async () => {
		const {terminal, screen} = open(6, 2);
		screen.write('ink on\nscreen');
		screen.setPane('low', filled(rect(0, 0, 6, 2), 'a'));
		screen.setPane('window', {rect: rect(0, 0, 4, 1), z: 1});
		await terminal.settled();
		expect(terminal.rows()).toEqual(['ink aa', 'aaaaa']);
	});

	test('a pane that paints too few rows is blank below', async () => {
		const {terminal, screen} = open(6, 2);
		screen.write('base\nbase');
		screen.setPane('p', {rect: rect(0, 0, 4, 2), z: 0, paint: () => ['row ']});
		await terminal.settled();
		expect(terminal.rows()).toEqual(['row', '']);
	});

	test('colours end where they should', async () => {
		const {terminal, screen} = open(6, 2);
		screen.setPane('p', {
			rect: rect(1, 0, 2, 1),
			z: 0,
			paint: width => [painter.line([{text: 'ab', style: {token: 'ok'}}], width)],
		});
		await terminal.settled();
		expect(terminal.cell(1, 0).foreground).toBe('#66e6cc');
		expect(terminal.cell(3, 0).foreground).toBe('default');
	});

	test('the last cell of the last row is never written, and nothing scrolls', async () => {
		const {terminal, screen} = open(5, 3);
		screen.setPane('p', filled(rect(0, 0, 5, 3), 'x'));
		await terminal.settled();
		expect(terminal.rows()).toEqual(['xxxxx', 'xxxxx', 'xxxx']);
		expect(terminal.scrolledLines).toBe(0);
	});

	test('nothing but our own sequences reaches the terminal', () => {
		const {terminal, screen} = open(20, 4);
		screen.write(
			'a\u001b]52;c;x\u0007b\u001b[2J\u001b]8;;\u001b]52;c;y\u0007\u0007c\n\u009b2Jtwo\nthree\nfour',
		);
		screen.write('', () => undefined);
		const written = terminal.taken();
		expect(written.replace(ownSequences, '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
		expect(written).toContain('two');
	});
});

describe('what is written', () => {
	test('a frame in which nothing changed has no bytes', async () => {
		const {terminal, screen} = open(20, 5);
		screen.write('base');
		screen.setPane('p', filled(rect(2, 1, 9, 3), 'x'));
		await terminal.settled();
		terminal.taken();
		screen.repaint();
		screen.write('base');
		await terminal.settled();
		expect(terminal.taken()).toBe('');
	});

	test('many requests make one frame', async () => {
		const {terminal, screen} = open(20, 5);
		const paint = vi.fn(() => ['x'.repeat(20)]);
		screen.setPane('p', {rect: rect(0, 0, 20, 1), z: 0, paint});
		screen.repaint();
		screen.write('base');
		screen.repaint();
		await terminal.settled();
		expect(paint).toHaveBeenCalledTimes(1);
		expect(terminal.taken().match(/\u001b\[\?2026h/g)).toHaveLength(1);
	});

	test('a change of one row of colours costs little, and the screen is never cleared', async () => {
		const {terminal, screen} = open(120, 40);
		let percent = 20;
		screen.setPane('list', {
			rect: rect(0, 0, 120, 40),
			z: 0,
			paint: (width, height) =>
				Array.from({length: height}, (_, row) =>
					painter.line(
						[
							{text: '● ', style: {token: 'ok'}},
							{text: `container-${row}`.padEnd(40)},
							{text: '▁▂▃▄▅▆▇█'.repeat(5), style: {token: 'load1'}},
							{text: ` ${row === 7 ? percent : 10}%`, style: {token: row === 7 ? 'warn' : 'ok'}},
							{text: ' 412M', style: {token: 'muted'}},
						],
						width,
					),
				),
		});
		await terminal.settled();
		expect(terminal.taken()).not.toMatch(/\u001b\[[\d;]*J/);
		percent = 90;
		screen.repaint();
		await terminal.settled();
		const written = terminal.taken();
		expect(Buffer.byteLength(written)).toBeLessThan(80);
		expect(terminal.rows()[7]).toContain(' 90% 412M');
	});

	test('the schedule decides when', async () => {
		const waiting: (() => void)[] = [];
		const {terminal, screen} = open(20, 5, {schedule: paint => waiting.push(paint)});
		screen.write('base');
		await terminal.settled();
		expect(terminal.taken()).toBe('');
		for (const paint of waiting) paint();
		expect(terminal.taken()).toContain('base');
	});

	test('whoever waits for a write gets the frame first', async () => {
		const {terminal, screen} = open(20, 5, {schedule: () => undefined});
		screen.write('base');
		await new Promise<void>(resolve => {
			screen.write('', resolve);
		});
		expect(terminal.rows()[0]).toBe('base');
	});
});

describe('a terminal that changes', () => {
	test('everything is written again after a resize, and listeners hear of it', async () => {
		const {terminal, screen} = open(10, 3);
		const listener = vi.fn();
		screen.on('resize', listener);
		screen.write('one\ntwo\nthree');
		await terminal.settled();
		terminal.resize(7, 2);
		await terminal.settled();
		expect([screen.columns, screen.rows]).toEqual([7, 2]);
		expect(terminal.rows()).toEqual(['one', 'two']);
		screen.off('resize', listener);
		terminal.resize(8, 2);
		expect(listener).toHaveBeenCalledTimes(1);
	});

	test('a size of nothing counts as the usual one', () => {
		const {screen} = open(0, 0);
		expect([screen.columns, screen.rows]).toEqual([80, 24]);
	});

	test.each([
		[1, 1],
		[2, 1],
		[1, 2],
		[250, 80],
	])('%s x %s does no harm', async (columns, rows) => {
		const {terminal, screen} = open(columns, rows);
		screen.write('base\nbase');
		screen.setPane('p', filled(rect(0, 0, 100, 30), '漢'));
		await terminal.settled();
		expect(terminal.scrolledLines).toBe(0);
	});

	test('what another program left is painted over after invalidate', async () => {
		const {terminal, screen} = open(10, 2);
		screen.write('one\ntwo');
		await terminal.settled();
		terminal.stream.write('\u001b[1;1Hgarbage\u001b[2;10HX');
		screen.invalidate();
		await terminal.settled();
		expect(terminal.rows()).toEqual(['one', 'two']);
	});
});

describe('a terminal that is lent out', () => {
	test('nothing is painted until it is back, then everything', async () => {
		const {terminal, screen} = open(10, 2);
		screen.write('one\ntwo');
		await terminal.settled();
		terminal.taken();
		screen.suspend();
		screen.write('three\nfour');
		screen.setPane('p', filled(rect(4, 0, 2, 1), 'x'));
		terminal.resize(9, 2);
		await terminal.settled();
		expect(terminal.taken()).toBe('');
		screen.resume();
		await terminal.settled();
		expect(terminal.rows()).toEqual(['threxx', 'four']);
	});

	test('a frame that waited is not painted on the ordinary screen', async () => {
		const {terminal, screen} = open(10, 2);
		screen.write('\u001b[?1049h');
		screen.write('one\ntwo');
		screen.write('\u001b[?1049l\u001b[?25h');
		await terminal.settled();
		expect(terminal.isAlternate).toBe(false);
		expect(terminal.rows()).toEqual(['', '']);
		screen.write('\u001b[?1049h');
		await terminal.settled();
		expect(terminal.rows()).toEqual(['one', 'two']);
	});
});

describe('a terminal that does not keep up', () => {
	test('misses frames and gets the newest when it reads again', async () => {
		const {terminal, screen} = open(10, 2);
		terminal.stall();
		screen.write('first');
		await terminal.settled();
		terminal.taken();
		for (const word of ['second', 'third', 'newest']) {
			screen.write(word);
			await terminal.settled();
		}
		expect(terminal.taken()).toBe('');
		terminal.drain();
		await terminal.settled();
		expect(terminal.rows()[0]).toBe('newest');
		expect(terminal.taken()).not.toContain('third');
	});

	test('that has gone is told once and written to no more', async () => {
		const onError = vi.fn();
		const {terminal, screen} = open(10, 2, {onError});
		const error = new Error('EPIPE');
		terminal.stream.emit('error', error);
		expect(onError).toHaveBeenCalledWith(error);
		expect(screen.writable).toBe(false);
		screen.write('one\u001b[?25h');
		await new Promise<void>(resolve => {
			screen.write('', resolve);
		});
		expect(terminal.taken()).toBe('');
	});

	test('stays silent when it fails more than once and is resized afterwards', async () => {
		const {terminal, screen} = open(10, 2);
		terminal.stream.emit('error', new Error('EPIPE'));
		screen.write('one');
		terminal.stream.emit('error', new Error('EIO'));
		terminal.resize(5, 5);
		await terminal.settled();
		expect(terminal.taken()).toBe('');
	});
});

test('after any changes the terminal shows what a fresh one would', async () => {
	const [columns, rows] = [14, 5];
	const place = fc.integer({min: -3, max: 15});
	const pane = fc.record({
		id: fc.constantFrom('a', 'b', 'c'),
		area: fc.tuple(place, place, place, place),
		z: fc.nat(2),
		letter: fc.constantFrom('x', 'y', '漢', 'e\u0316'),
		isGone: fc.boolean(),
	});
	const step = fc.record({pane, base: fc.string({minLength: 1, maxLength: 12})});
	await fc.assert(
		fc.asyncProperty(fc.array(step, {minLength: 1, maxLength: 8}), async steps => {
			const worn = open(columns, rows);
			const fresh = open(columns, rows);
			for (const {
				pane: {id, area, z, letter, isGone},
				base,
			} of steps) {
				const change = (screen: Screen): void => {
					screen.write(`${base}\n${base}`);
					if (isGone) screen.removePane(id);
					else screen.setPane(id, filled(rect(...area), letter, z));
				};
				change(worn.screen);
				await worn.terminal.settled();
				change(fresh.screen);
			}
			await fresh.terminal.settled();
			expect(worn.terminal.rows()).toEqual(fresh.terminal.rows());
		}),
		{numRuns: 100},
	);
});
