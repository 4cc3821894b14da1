import {expect, test} from 'vitest';
import {programValues} from '../../../source/store/program-values.ts';
import {aContainer, ofProject} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

const containers = [
	ofProject('shop', 'web', {
		image: 'nginx:1',
		networks: [{name: 'none'}, {name: 'front', ipAddress: '172.20.0.4'}],
	}),
	aContainer('loose', {image: 'busybox'}),
];

const at = (row: string): User => {
	const user = new User({containers});
	user.press('g');
	while (user.selected !== row) user.press('j');
	return user;
};

test('a container of a project tells everything', () => {
	const {state} = at('web');
	const host = state.endpoint.url;
	expect(programValues(state, 'container')).toMatchObject({
		...{name: 'shop-web-1', image: 'nginx:1', project: 'shop', service: 'web'},
		...{ip: '172.20.0.4', host},
	});
	expect(programValues(state, 'project')).toEqual({project: 'shop', host});
});

test('what is not known is not there', () => {
	const {state} = at('loose');
	const values = programValues(state, 'container');
	expect(Object.keys(values ?? {}).toSorted()).toEqual(['host', 'id', 'image', 'name']);
	expect(programValues(state, 'project')).toBeUndefined();
});

test('the heading of a project is a project, and no container', () => {
	const {state} = at('shop');
	expect(programValues(state, 'container')).toBeUndefined();
	expect(programValues(state, 'project')).toMatchObject({project: 'shop'});
	expect(programValues(state, 'any')).toMatchObject({project: 'shop'});
});

test('the heading of another group is no project: its containers may be of many', () => {
	const user = new User({containers: [...containers, ofProject('billing', 'api')]});
	user.dispatch({type: 'list/grouped', grouping: {kind: 'state'}});
	user.press('g');
	expect(user.selected).toBe('running');
	expect(programValues(user.state, 'project')).toBeUndefined();
	expect(programValues(user.state, 'any')).not.toHaveProperty('project');
});
