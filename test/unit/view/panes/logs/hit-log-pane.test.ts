import {describe, expect, test} from 'vitest';
import {parsePattern} from '../../../../../source/model/logs/log-pattern.ts';
import {aLine, startMillis} from '../../../../helpers/builders.ts';
import {Mouse} from '../../../../helpers/mouse.ts';
import {type Scene, scenes} from '../../../../helpers/view-states.ts';

const logsOf = ({scene}: Mouse) => scene.state.logs;
const heldText = (mouse: Mouse): string | undefined => {
	const {held} = logsOf(mouse);
	const line = held && mouse.scene.logs.entries.find(held.seq)?.line;
	return line?.kind === 'line' ? line.text : undefined;
};

const filled = (): Scene =>
	scenes.ready().say(
		...Array.from({length: 500}, (_, index) => {
			const text = index % 50 === 7 ? 'Traceback (most recent call last):' : `INFO line ${index}`;
			return ['shop-api-1', aLine(text, startMillis + index)] as const;
		}),
	);

const reading = (): Scene =>
	filled().do({type: 'frame/focused', pane: 'logs'}, {type: 'frame/zoomed', zoomed: true});

/** Numbers of the lines that are on the screen, from top to bottom. */
const shownLines = (mouse: Mouse): readonly number[] =>
	mouse.screen.flatMap(row => {
		const number = /INFO line (\d+)/.exec(row)?.[1];
		return number === undefined ? [] : [Number(number)];
	});

describe('the wheel', () => {
	test('scrolls three rows a notch without taking the keys, and follows again at the end', () => {
		const mouse = new Mouse(filled(), 120, 40);
		const before = shownLines(mouse);
		mouse.turn('INFO line 498', -1);
		expect(shownLines(mouse).at(-1)).toBe(496);
		expect(logsOf(mouse).held).toBeDefined();
		expect(mouse.scene.state.frame.focus).toBe('list');
		mouse.turn('INFO line 495', -4);
		expect(shownLines(mouse).at(-1)).toBe(484);
		mouse.turn('INFO line 480', 4);
		expect(shownLines(mouse).at(-1)).toBe(496);
		mouse.turn('INFO line 490', 1);
		expect(logsOf(mouse).held).toBeUndefined();
		expect(shownLines(mouse)).toEqual(before);
	});

	test('goes to the very beginning in a burst, and asks for what was before', () => {
		const mouse = new Mouse(reading(), 120, 40).turnAt(20, 20, -1000);
		expect(mouse.screen.join('\n')).toContain('GET /v1/items');
		expect(mouse.scene.asked).toEqual(['older']);
		mouse.turnAt(20, 20, 1000);
		expect(logsOf(mouse).held).toBeUndefined();
	});

	test('does not hold a log of which all is in sight', () => {
		const mouse = new Mouse(scenes.ready(), 200, 60).turn('pool exhausted', -3);
		expect(logsOf(mouse).held).toBeUndefined();
	});
});

describe('a click', () => {
	test('that only gives the keys to the log does not hold it', () => {
		const mouse = new Mouse(filled(), 120, 40).click('INFO line 490');
		expect(mouse.scene.state.frame.focus).toBe('logs');
		expect(logsOf(mouse).held).toBeUndefined();
	});

	test('puts the cursor on an entry, on which nothing moves, and opens it then', () => {
		const mouse = new Mouse(reading(), 120, 40);
		const before = shownLines(mouse);
		mouse.click('INFO line 480');
		expect(heldText(mouse)).toBe('INFO line 480');
		expect(shownLines(mouse)).toEqual(before);
		mouse.click('INFO line 480');
		expect(mouse.scene.state.frame.overlays.at(-1)?.kind).toBe('entry');
	});

	test('on the bar jumps, to both ends too', () => {
		const mouse = new Mouse(reading(), 120, 40);
		const last = 36;
		mouse.clickAt(119, 20);
		const [middle = 0] = shownLines(mouse);
		expect(middle).toBeGreaterThan(200);
		expect(middle).toBeLessThan(300);
		mouse.clickAt(119, 3);
		expect(mouse.screen.join('\n')).toContain('GET /v1/items');
		mouse.clickAt(119, last);
		expect(logsOf(mouse).held).toBeUndefined();
		expect(shownLines(mouse).at(-1)).toBe(499);
	});

	test('on what is held follows again', () => {
		const mouse = new Mouse(reading(), 120, 40).turnAt(20, 20, -3).click('HELD');
		expect(logsOf(mouse).held).toBeUndefined();
	});

	test('on the words of a filter opens all of them at it, on its cross takes it away', () => {
		const scene = reading().do({
			type: 'logs/queried',
			query: {keep: [parsePattern('line')], leastLevel: 'info'},
		});
		const mouse = new Mouse(scene, 120, 40).click('level ≥ info');
		expect(mouse.scene.state.frame.overlays.at(-1)).toEqual({kind: 'chips', index: 1});
		mouse.scene.do({type: 'overlay/closed'}).wait(1000);
		mouse.click('& line ×');
		expect(logsOf(mouse).query.keep).toEqual([]);
		expect(logsOf(mouse).query.leastLevel).toBe('info');
	});

	test('on a filter in the rule above a small log opens them too', () => {
		const scene = filled().do({type: 'logs/queried', query: {keep: [parsePattern('line')]}});
		const mouse = new Mouse(scene, 120, 40).click('& line');
		expect(mouse.scene.state.frame.overlays.at(-1)).toEqual({kind: 'chips', index: 0});
	});

	test('on the look of the lines changes it', () => {
		const mouse = new Mouse(reading(), 120, 40).click('wrap off').click('time local');
		expect(logsOf(mouse).look).toMatchObject({wraps: true, time: 'utc'});
	});

	test('on the sign of a folded entry unfolds that one', () => {
		const scene = scenes
			.ready()
			.say(
				['shop-api-1', aLine('Traceback (most recent call last):', startMillis)],
				['shop-api-1', aLine('  File "x.py", line 1, in <module>', startMillis)],
				['shop-api-1', aLine('ValueError: no', startMillis)],
				['shop-api-1', aLine('INFO on', startMillis)],
			);
		const mouse = new Mouse(scene, 120, 40).click('▸ +2 lines');
		expect(mouse.screen.join('\n')).toContain('File "x.py"');
		expect(logsOf(mouse).turned.size).toBe(1);
	});

	test('on another tab opens it and back', () => {
		const mouse = new Mouse(filled(), 120, 40).click('Env');
		expect(mouse.scene.state.frame.tab).toBe('env');
		mouse.click('Logs');
		expect(mouse.scene.state.frame.tab).toBe('logs');
	});
});
