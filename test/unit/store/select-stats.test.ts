import {expect, test} from 'vitest';
import {comparedKeys, hasStatsStep, selectMarks} from '../../../source/store/select-stats.ts';
import {aContainer, keyOf, refOf, startMillis} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const crowd = names.map(name => aContainer(name));

test('at most six are compared, in the order in which they were marked', () => {
	const user = new User({containers: crowd});
	for (const name of ['h', ...names.slice(0, 7)]) {
		user.dispatch({type: 'list/marked', keys: [keyOf(name)]});
	}
	expect(comparedKeys(user.state)).toEqual([]);
	user.dispatch({type: 'stats/compared', isCompared: true});
	expect(comparedKeys(user.state)).toEqual(['h', 'a', 'b', 'c', 'd', 'e'].map(keyOf));
});

test('a comparison is over when nothing is marked any more', () => {
	const user = new User({containers: crowd});
	user.dispatch({type: 'stats/compared', isCompared: true});
	expect(hasStatsStep(user.state)).toBe(false);
	user.dispatch({type: 'list/marked', keys: [keyOf('a')]});
	expect(hasStatsStep(user.state)).toBe(true);
});

test('marks are those of the selection, sought again only when something happened', () => {
	const user = new User({containers: crowd});
	const heard = (name: string) =>
		user.dispatch({
			type: 'timeline/heard',
			event: {kind: 'container.oom', ref: refOf(name), atMillis: startMillis},
		});
	user.dispatch({type: 'selection/moved', row: keyOf('b'), index: 1});
	heard('a');
	heard('b');
	const marks = selectMarks(user.state);
	expect(marks.map(({name}) => name)).toEqual(['b']);
	user.dispatch({type: 'clock/ticked', atMillis: startMillis + 1000});
	expect(selectMarks(user.state)).toBe(marks);
	heard('b');
	expect(selectMarks(user.state)).toHaveLength(2);
});
