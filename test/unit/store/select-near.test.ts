import {expect, test} from 'vitest';
import {nearRows} from '../../../source/store/select-near.ts';
import {aContainer, keyOf, shop} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

const many = Array.from({length: 500}, (_, index) =>
	aContainer(`job-${String(index).padStart(3, '0')}`),
);

test('the selection first, then what is closest, and no more than a screen has on both sides', () => {
	const user = new User({containers: many, pageRows: 250});
	user.press('pagedown');
	expect(user.selected).toBe('job-250');
	const near = nearRows(user.state);
	expect(near).toHaveLength(201);
	expect(near[0]).toBe(keyOf('job-250'));
	expect(near.slice(1, 3).toSorted()).toEqual([keyOf('job-249'), keyOf('job-251')].toSorted());
	expect(near).toContain(keyOf('job-150'));
	expect(near).not.toContain(keyOf('job-149'));
});

test('headings are no containers, and what is folded away or filtered out is not near', () => {
	const user = new User({containers: shop});
	expect(nearRows(user.state)).toHaveLength(shop.length);
	user.dispatch({type: 'list/filtered', text: 'api'});
	expect(nearRows(user.state)).toHaveLength(1);
	user.dispatch({type: 'list/folded', group: 'project:shop'});
	expect(nearRows(user.state)).toEqual([]);
});

test('nothing is near nothing', () => {
	expect(nearRows(new User().state)).toEqual([]);
});
