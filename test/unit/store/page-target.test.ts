import {expect, test} from 'vitest';
import {hasOwnTarget, targetRow} from '../../../source/store/page-target.ts';
import {selectedContainer, selectedContainers} from '../../../source/store/select-target.ts';
import {aContainer, exited, keyOf} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

test('on the screen of problems keys act on the chosen one, and the list keeps its selection', () => {
	const user = new User({containers: [aContainer('api'), aContainer('batch', exited(1))]});
	expect(hasOwnTarget(user.state)).toBe(false);
	expect(selectedContainer(user.state)?.name).toBe('api');
	user.open('problems');
	expect(hasOwnTarget(user.state)).toBe(true);
	expect(targetRow(user.state)).toEqual({
		...{kind: 'container', id: keyOf('batch'), name: 'batch', isReplica: false},
	});
	expect(targetRow(user.state)).toBe(targetRow(user.state));
	expect(selectedContainers(user.state).map(({name}) => name)).toEqual(['batch']);
	user.open('dashboard');
	expect(selectedContainer(user.state)?.name).toBe('api');
});

test('where nothing is wrong there is nothing to act on', () => {
	const user = new User({containers: [aContainer('api')]});
	user.open('problems');
	expect(targetRow(user.state)).toBeUndefined();
	expect(selectedContainers(user.state)).toEqual([]);
});
