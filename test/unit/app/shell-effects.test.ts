import {expect, test} from 'vitest';
import {tellLeftBehind} from '../../../source/app/shell-effects.ts';
import {aContainer, startMillis} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

const debug = (name: string) => aContainer(name, {labels: {'dockmon.debug': 'f'.repeat(64)}});

test('what a killed dockmon left is told once, with the first list', () => {
	const user = new User();
	tellLeftBehind(user.store, () => startMillis);
	user.sees([aContainer('api'), debug('a'), debug('b')]);
	user.sees([aContainer('api'), debug('a')]);
	expect(user.messages).toEqual([
		'info: 2 debug containers are there, left behind or in use; : debug removes them',
	]);
});

test('nothing is told where there is none', () => {
	const user = new User();
	tellLeftBehind(user.store, () => startMillis);
	user.sees([aContainer('api')]);
	user.sees([aContainer('api'), debug('a')]);
	expect(user.messages).toEqual([]);
});
