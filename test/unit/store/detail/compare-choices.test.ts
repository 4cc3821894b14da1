import {expect, test} from 'vitest';
import type {Container} from '../../../../source/model/container.ts';
import {compareChoices} from '../../../../source/store/detail/compare-choices.ts';
import {aContainer, exited, keyOf, ofProject} from '../../../helpers/builders.ts';
import {User} from '../../../helpers/user.ts';

const containers: readonly Container[] = [
	ofProject('shop', 'api'),
	ofProject('shop', 'db'),
	ofProject('shop', 'api', {}, 2),
	aContainer('twin', {image: 'shop-api-1:latest'}),
	aContainer('elder', {image: 'shop-api-1:1.7'}),
	aContainer('other'),
	aContainer('old', exited()),
];

const begin = (): User => {
	const user = new User({containers});
	while (user.selected !== 'api.1' && user.state.list.selected !== keyOf('shop-api-1'))
		user.press('j');
	return user;
};

const told = (user: User) => compareChoices(user.state).map(({name, note}) => `${name}: ${note}`);

test('its image first, then what is most alike', () => {
	expect(told(begin())).toEqual([
		'its image: shop-api-1:latest',
		'shop-api-2: same service',
		'twin: same image',
		'elder: shop-api-1:1.7',
		'shop-db-1: same project',
		'other: other:latest',
	]);
});

test('what is marked comes before all others, also when it has ended', () => {
	const user = begin();
	user.dispatch({type: 'list/marked', keys: [keyOf('old')]});
	expect(told(user).slice(0, 2)).toEqual(['its image: shop-api-1:latest', 'old: marked']);
});

test('while something is compared, the way back is the first', () => {
	const user = begin();
	user.dispatch({type: 'trees/compared', against: {kind: 'image'}});
	expect(told(user)[0]).toBe('nothing: back to the inspect');
});

test('on a heading there is nothing to compare', () => {
	const user = new User({containers});
	user.press('g');
	expect(compareChoices(user.state)).toEqual([]);
});
