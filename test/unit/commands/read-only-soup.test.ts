import {expect, test} from 'vitest';
import {bindKeys} from '../../../source/app/bind-keys.ts';
import {aContainer, exited, ofProject} from '../../helpers/builders.ts';
import {dice} from '../../helpers/dice.ts';
import {User} from '../../helpers/user.ts';

/**
 * What a command may ask for that changes nothing on an engine. Whoever adds an effect says here that
 * it only reads, or marks its command with `writes`.
 */
const harmless =
	/^(cancel|older|read projects|find themes|retry|demo|repaint|suspend|quit|take mouse|free mouse|(keep|drop|copy|save) .*)$/s;

test('read-only, fifty thousand keys at random ask for nothing that writes', () => {
	const {keymap} = bindKeys({settings: {readOnly: true}, origins: new Map()});
	const user = new User({
		keymap,
		containers: [
			ofProject('shop', 'web'),
			ofProject('shop', 'db', {health: {kind: 'unhealthy'}}),
			ofProject('shop', 'job', exited(1)),
			aContainer('loose', {state: 'paused'}),
		],
	});
	const chords = [...new Set(keymap.commands.flatMap(({keys}) => keys)), 'y', 'r', 's', 'e', 'x'];
	const roll = dice(7);
	for (let round = 0; round < 50_000; round++) {
		user.press(chords[roll(chords.length)] ?? 'y');
		if (round % 16 === 0) user.wait(350);
	}
	expect(chords.length).toBeGreaterThan(60);
	expect([...new Set(user.asked)].filter(asked => !harmless.test(asked))).toEqual([]);
	expect(user.requests).toEqual([]);
	// It did something all the while.
	expect(new Set(user.asked).size).toBeGreaterThan(5);
});
