import {describe, expect, test} from 'vitest';
import {aContainer, ofProject} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

const ten = Array.from({length: 10}, (_, index) => aContainer(`c${index}`));

describe('in the list', () => {
	test.each([
		['one down', ['down'], 'c1'],
		['one down by letter', ['j'], 'c1'],
		['down and up again', ['down', 'down', 'k'], 'c1'],
		['a page down', ['pagedown'], 'c4'],
		['a page up from the end', ['end', 'pageup'], 'c5'],
		['to the end', ['G'], 'c9'],
		['back to the top', ['end', 'g'], 'c0'],
		['to the top by key', ['G', 'home'], 'c0'],
		['not beyond the top', ['up', 'k', 'pageup'], 'c0'],
		['not beyond the end', ['end', 'down', 'pagedown'], 'c9'],
	] as const)('%s', (_what, keys, expected) => {
		const user = new User({containers: ten, pageRows: 4});
		user.press(...keys);
		expect(user.selected).toBe(expected);
	});

	test('where there is nothing nothing moves', () => {
		const user = new User({containers: []});
		user.press('down', 'G', 'left', 'right', 'enter');
		expect(user.selected).toBeUndefined();
	});
});

describe('headings', () => {
	const shop = [
		ofProject('shop', 'worker'),
		ofProject('shop', 'worker', {}, 2),
		ofProject('shop', 'zoo'),
	];

	const at = (name: string): User => {
		const user = new User({containers: shop});
		user.press('g');
		while (user.selected !== name) user.press('down');
		return user;
	};

	test('fold and unfold', () => {
		const user = at('worker');
		user.press('left');
		expect(user.list).toEqual(['  - shop 3/3', '> + worker 2/2', '  zoo']);
		user.press('left');
		expect(user.list).toHaveLength(3);
		user.press('right');
		expect(user.list).toHaveLength(5);
		user.press('enter');
		expect(user.list).toHaveLength(3);
	});

	test('fold from a replica below: its service', () => {
		const user = at('worker-2');
		user.press('left');
		expect(user.list).toEqual(['  - shop 3/3', '> + worker 2/2', '  zoo']);
	});

	test('fold from a single container: its project, not the service above it', () => {
		const user = at('zoo');
		user.press('left');
		expect(user.list).toEqual(['> + shop 3/3']);
	});

	test('do not fold where there are none', () => {
		const user = new User({containers: ten});
		user.press('down', 'left');
		expect(user.list).toHaveLength(10);
		expect(user.selected).toBe('c1');
	});
});
