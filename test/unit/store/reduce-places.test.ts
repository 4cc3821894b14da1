import {expect, test} from 'vitest';
import {aContainer, anEndpoint, exited, startMillis} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

const failed = (name: string) => aContainer(name, exited(1));
const sick = aContainer('sick', {health: {kind: 'unhealthy'}});

const place = (user: User) => user.state.places.problems;

test('on the screen of problems one is chosen, and something worse does not take its place', () => {
	const user = new User({containers: [failed('api')]});
	expect(place(user)).toBeUndefined();
	user.dispatch({type: 'frame/view-chosen', view: 'problems'});
	const before = place(user);
	expect(before?.index).toBe(0);
	user.sees([failed('api'), sick]);
	expect(place(user)).toEqual({...before, index: 1});
	user.sees([sick]);
	expect(place(user)?.id).toMatch(/^unhealthy /);
});

test('the first problem that comes is chosen', () => {
	const user = new User({containers: [aContainer('api')]});
	user.dispatch({type: 'frame/view-chosen', view: 'problems'});
	expect(place(user)).toBeUndefined();
	user.sees([failed('api')]);
	expect(place(user)?.id).toMatch(/^exit /);
});

test('a cursor moves, and goes with its engine', () => {
	const user = new User();
	const there = {id: 'x', index: 3, row: 1};
	user.dispatch({type: 'page/moved', page: 'problems', place: there});
	expect(place(user)).toEqual(there);
	user.dispatch({type: 'endpoint/chosen', endpoint: anEndpoint, atMillis: startMillis});
	expect(user.state.places).toEqual({});
	user.dispatch({type: 'page/moved', page: 'problems', place: there});
	user.dispatch({type: 'page/moved', page: 'problems'});
	expect(user.state.places).toEqual({});
});
