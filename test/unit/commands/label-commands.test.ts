import {expect, test} from 'vitest';
import {labelUse} from '../../../source/store/groupings.ts';
import {aContainer} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

// Each container has another value, so that the label is not among those that are offered.
const containers = ['api', 'web', 'seed'].map((name, index) =>
	aContainer(name, index === 2 ? {} : {labels: {commit: `c0ffee${index}`}}),
);

test('a label that is not offered can be typed', () => {
	const user = new User({containers});
	user.press('b', '/');
	expect(user.state.frame.overlays.map(({kind}) => kind)).toEqual(['grouping', 'label']);
	user.type('commit');
	user.press('enter');
	expect(user.state.frame.overlays).toEqual([]);
	expect(user.state.list.grouping).toEqual({kind: 'label', label: 'commit'});
	expect(user.list.map(row => row.trim())).toContain('- c0ffee1 1/1');
});

test('nothing is grouped by nothing, and Esc goes back to what is offered', () => {
	const user = new User({containers});
	user.press('b', 'l', 'enter');
	expect(user.state.frame.overlays).toHaveLength(2);
	user.type('x');
	user.press('escape');
	expect(user.state.frame.overlays).toEqual([{kind: 'grouping', index: 0}]);
	expect(user.state.list.grouping).toEqual({kind: 'project'});
});

test('how many have it, with how many values', () => {
	const {listed} = new User({containers}).state.containers;
	expect(labelUse(listed, 'commit')).toEqual({containers: 2, values: 2});
	expect(labelUse(listed, 'constructor')).toEqual({containers: 0, values: 0});
});
