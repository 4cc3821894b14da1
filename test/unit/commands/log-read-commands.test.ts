import {describe, expect, test} from 'vitest';
import type {LogLine} from '../../../source/model/log-line.ts';
import {aContainer, aLine, sourceOf, startMillis} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

const ten = Array.from({length: 10}, (_, index) => aContainer(`c${index}`));

const write = (user: User, lines: number): void => {
	const line = (index: number): LogLine =>
		aLine(`line ${index}`, startMillis - 60_000 + index * 1000);
	user.logs.append(
		Array.from({length: lines}, (_, index) => ({source: sourceOf('c0'), line: line(index)})),
	);
};

/** Five rows for the log, and the keys. */
const reading = (lines: number): User => {
	const user = new User({containers: ten, pageRows: 5});
	write(user, lines);
	user.press('tab');
	return user;
};

const heldAt = (user: User): number | undefined => user.state.logs.held?.seq;

describe('the cursor', () => {
	test.each([
		['from behind the end to the last entry', ['up'], 20],
		['one entry up', ['up', 'k'], 19],
		['a page up, all but one row', ['pageup'], 16],
		['a page up and one down', ['pageup', 'j'], 17],
		['to the oldest', ['g'], 1],
		['not beyond it', ['g', 'up', 'pageup'], 1],
		['down to the last entry', ['up', 'up', 'down'], 20],
		['down behind the end, and it follows', ['up', 'up', 'down', 'down'], undefined],
		['a page down to the last entry', ['pageup', 'pagedown'], 20],
		['a page down behind it, and it follows', ['pageup', 'pagedown', 'pagedown'], undefined],
		['to the end, and it follows', ['g', 'end'], undefined],
		['to the end by letter', ['g', 'G'], undefined],
		['the key that follows', ['g', 'f'], undefined],
		['Esc', ['g', 'escape'], undefined],
	] as const)('%s', (_what, keys, expected) => {
		const user = reading(20);
		user.press(...keys);
		expect(heldAt(user)).toBe(expected);
	});

	test('is not moved by lines that come', () => {
		const user = reading(20);
		user.press('up', 'up', 'up');
		write(user, 500);
		expect(heldAt(user)).toBe(18);
		user.press('down');
		expect(heldAt(user)).toBe(19);
	});

	test('goes on from the oldest lines when those that were held are gone', () => {
		const user = reading(20);
		user.press('pageup');
		write(user, 10_500);
		user.press('down');
		expect(heldAt(user)).toBe(user.logs.firstSeq + 1);
	});

	test('stays where it is behind another tab', () => {
		const user = reading(20);
		user.press(']', 'up', 'pageup', 'left', 'right');
		expect(heldAt(user)).toBeUndefined();
		expect(user.messages).toEqual([]);
	});

	test('leaves the selection alone', () => {
		const user = reading(20);
		user.press('down', 'G', 'j');
		expect(user.selected).toBe('c0');
	});

	test('asks for older lines at the top, once', () => {
		const user = reading(20);
		user.press('pageup');
		expect(user.asked).toEqual([]);
		user.press('g');
		expect(user.asked).toEqual(['older']);
		user.dispatch({type: 'logs/older-changed', older: 'loading'});
		user.press('up');
		expect(user.asked).toEqual(['older']);
	});
});

describe('Esc', () => {
	test('follows again before it leaves the full screen', () => {
		const user = reading(20);
		user.press('enter', 'up', 'escape');
		expect([heldAt(user), user.state.frame.zoomed]).toEqual([undefined, true]);
		user.press('escape');
		expect(user.state.frame.zoomed).toBe(false);
	});
});

describe('marks', () => {
	test('are jumped to, round the ends', () => {
		const user = reading(20);
		user.press('pageup', 'M', 'pageup', 'M', 'f', 'M');
		const jumps = ["'", "'", "'", '"', '"', '"'].map(key => {
			user.press(key);
			return heldAt(user);
		});
		expect([...user.state.logs.marks]).toEqual([16, 12, 20]);
		expect(jumps).toEqual([12, 16, 20, 16, 12, 20]);
	});

	test('are taken away by the same key', () => {
		const user = reading(20);
		user.press('up', 'M', 'M', "'");
		expect(user.state.logs.marks.size).toBe(0);
		expect(user.messages).toEqual(['info: no entry is marked; M marks one']);
	});
});

describe('what it looks like', () => {
	test('times go round', () => {
		const user = reading(1);
		const times = ['t', 't', 't', 't'].map(key => {
			user.press(key);
			return user.state.logs.look.time;
		});
		expect(times).toEqual(['utc', 'relative', 'off', 'local']);
	});

	test('lines move to the left only as long as one of them goes on', () => {
		const user = reading(0);
		user.logs.append([{source: sourceOf('c0'), line: aLine('x'.repeat(90), startMillis)}]);
		user.press('right', 'right', 'right', 'right', 'right');
		// 80 cells less cursor, gutter and time leave 69 of 90.
		expect(user.state.logs.look.column).toBe(24);
		user.press('left', 'left', 'left', 'left');
		expect(user.state.logs.look.column).toBe(0);
		user.press('w', 'right');
		expect(user.state.logs.look).toMatchObject({wraps: true, column: 0});
	});

	test('is left alone by the keys of another tab', () => {
		const user = reading(1);
		user.press(']', 'w', 'right');
		expect(user.state.logs.look).toMatchObject({wraps: false, column: 0});
	});
});
