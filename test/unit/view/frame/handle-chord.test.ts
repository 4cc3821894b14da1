import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {commandTable} from '../../../../source/commands/command-table.ts';
import type {Container} from '../../../../source/model/container.ts';
import {type ContainerKey, refKey} from '../../../../source/model/ids.ts';
import {actedOn} from '../../../../source/store/act/action-targets.ts';
import {selectRows} from '../../../../source/store/select-rows.ts';
import {selectedContainers} from '../../../../source/store/select-target.ts';
import {aContainer, aUsage, exited, ofProject} from '../../../helpers/builders.ts';
import {seeded} from '../../../helpers/seeded.ts';
import {keysOf} from '../../../helpers/targets.ts';
import {User} from '../../../helpers/user.ts';

const world: readonly Container[] = [
	...['api', 'web', 'db', 'mail'].map(service => ofProject('shop', service)),
	...[1, 2, 3].map(number => ofProject('shop', 'worker', {}, number)),
	...['ledger', 'report'].map(service => ofProject('billing', service)),
	aContainer('redis'),
	aContainer('old', exited(1)),
];

test('a key that means nothing changes nothing', () => {
	const user = new User({containers: world});
	const before = user.state;
	user.press('ctrl+k', 'ctrl+d', 'delete', 'f5', 'é');
	expect(user.state).toBe(before);
	expect(user.asked).toEqual([]);
});

test('what the last key did is said until the next one', () => {
	const user = new User({containers: world});
	user.press('enter');
	user.dispatch({type: 'logs/noted', note: 'not found'});
	user.press('w');
	expect(user.state.logs.note).toBeUndefined();
});

describe('a paste', () => {
	test('is typed in one go, and cut where it is too long for anything that is looked for', () => {
		const user = new User({containers: world});
		user.press('enter', '/', 'a');
		const texts: string[] = [];
		user.store.subscribe(() => texts.push(user.state.logs.search?.text ?? ''));
		user.paste(`b\r\n\t c ${'\u{1F4E6}'.repeat(2000)}`);
		const pasted = `ab c ${'\u{1F4E6}'.repeat(996)}`;
		expect(user.state.frame.overlays).toMatchObject([{kind: 'search', text: pasted}]);
		expect(new Set(texts)).toEqual(new Set(['a', pasted]));
	});

	test('is nothing where no text is typed', () => {
		const user = new User({containers: world});
		user.paste('rrrqqq');
		expect([user.asked, user.question]).toEqual([[], undefined]);
	});
});

describe('while the list is shuffled without rest', () => {
	/** Containers come, go and change their load, as fast as the engine can tell. */
	const shuffle = (user: User, random: () => number): void => {
		const present = world.filter(() => random() > 0.15);
		user.sees(present.length === 0 ? world : present);
		const usages = world.map(({ref, name}) => [refKey(ref), aUsage(name, random() * 400)] as const);
		user.dispatch({type: 'stats/sampled', usages});
		user.reorder();
	};

	test('a thousand actions hit what stood there when the key was pressed', () => {
		const random = seeded(7);
		const user = new User({containers: world});
		const wrong: string[] = [];
		for (let round = 0; round < 1000; round++) {
			user.press(random() < 0.5 ? 'down' : 'up');
			if (random() < 0.1) user.press('enter', 'escape');
			shuffle(user, random);
			const meant = selectedContainers(user.state).map(({ref}) => refKey(ref));
			const before = user.requests.length;
			user.press('r');
			for (let tick = 0; tick < 3; tick++) {
				user.wait(100);
				shuffle(user, random);
			}
			user.press('y');
			// Of many it shows how far it is.
			user.dispatch({type: 'overlay/closed'});
			const keys = keysOf(user.requests[before]).join();
			if (keys !== meant.join()) wrong.push(`${round}: ${keys}`);
		}
		expect(wrong).toEqual([]);
		expect(user.requests).toHaveLength(1000);
	});

	/** By a key, by the menu, by a menu behind it, by the name typed. */
	const ways: readonly (readonly string[])[] = [
		...[['r'], ['s'], ['p'], ['x', 'r'], ['x', 's'], ['x', 'k', 'h'], ['x', 'k', 'enter']],
		...[
			['x', 'down', 'enter'],
			['x', 'd'],
			['x', 'D'],
		],
	];

	/** Aims, and goes the way to the end while everything is shuffled; what was aimed at. */
	const act = (user: User, random: () => number): ReadonlySet<ContainerKey> => {
		user.press(random() < 0.5 ? 'down' : 'up');
		if (random() < 0.1) user.press('space');
		if (random() < 0.05) user.dispatch({type: 'list/unmarked'});
		shuffle(user, random);
		const meant = new Set(actedOn(user.state).map(({ref}) => refKey(ref)));
		for (const chord of ways[Math.floor(random() * ways.length)] ?? []) {
			user.press(chord);
			shuffle(user, random);
		}
		const overlay = user.state.frame.overlays.at(-1);
		const isName = overlay?.kind === 'confirm-name';
		if (isName) user.type(overlay.expected);
		user.wait(300);
		shuffle(user, random);
		user.press(isName ? 'enter' : 'y');
		// What is gone by then, or cannot be done to any of them, was refused.
		user.press('escape', 'escape');
		return meant;
	};

	test('a thousand actions by menus, marks and typed names: none on another one', () => {
		const random = seeded(13);
		const user = new User({containers: world});
		const wrong: string[] = [];
		for (let round = 0; round < 1000; round++) {
			const before = user.requests.length;
			const meant = act(user, random);
			const keys = user.requests.slice(before).flatMap(keysOf);
			if (!keys.every(key => meant.has(key))) wrong.push(`${round}: ${keys}`);
		}
		expect(wrong).toEqual([]);
		expect(user.requests.length).toBeGreaterThan(700);
	});

	test('the row under the cursor is another one only when its container is gone', () => {
		const random = seeded(11);
		const user = new User({containers: world});
		for (let round = 0; round < 300; round++) {
			if (random() < 0.3) user.press(random() < 0.5 ? 'pagedown' : 'pageup');
			const {selected} = user.state.list;
			shuffle(user, random);
			if (selectRows(user.state).some(({id}) => id === selected)) {
				expect(user.state.list.selected).toBe(selected);
			}
		}
	});
});

describe('a soup of keys', () => {
	const chords = [
		...new Set(commandTable.flatMap(({keys}) => keys)),
		...'abcdefghijklmnopqrstuvwxz0123456789ABC!:\\*'.split(''),
		...['space', 'backspace', 'ctrl+u', 'ctrl+w', 'tab', 'alt+x', 'ctrl+k'],
	].filter(chord => chord !== 'y' && chord !== 'ctrl+c');

	test('without a y does nothing to any container', () => {
		const random = seeded(3);
		const user = new User({containers: world});
		for (let pressed = 0; pressed < 20_000; pressed++) {
			user.press(chords[Math.floor(random() * chords.length)] ?? 'j');
			user.wait(random() * 500);
		}
		expect(user.requests).toEqual([]);
		expect(
			user.asked.filter(
				each =>
					!/^(?:quit|shell|repaint|suspend|copy .*|(?:keep|drop) .*|(?:free|take) mouse|read projects|find themes|config .*)$/.test(
						each,
					),
			),
		).toEqual([]);
	});

	test('with everything in it never throws, and the list stays sound', () => {
		const keys = fc.array(fc.constantFrom(...chords, 'y'), {maxLength: 60});
		fc.assert(
			fc.property(keys, pressed => {
				const user = new User({containers: world});
				for (const chord of pressed) {
					user.press(chord);
					user.wait(200);
				}
				const rows = selectRows(user.state);
				expect(rows.some(({id}) => id === user.state.list.selected)).toBe(rows.length > 0);
				// A key is looked for in the help on top of it.
				expect(user.state.frame.overlays.length).toBeLessThanOrEqual(2);
			}),
			{numRuns: 100},
		);
	});
});
