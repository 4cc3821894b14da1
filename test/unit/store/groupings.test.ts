import {expect, test} from 'vitest';
import {groupings} from '../../../source/store/groupings.ts';
import {aContainer} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

const labelled = (name: string, labels: Readonly<Record<string, string>>) =>
	aContainer(name, {labels});

const user = (): User =>
	new User({
		containers: [
			labelled('a', {team: 'web', id: '1', 'com.docker.compose.config-hash': 'x'}),
			labelled('b', {team: 'web', id: '2', 'com.docker.compose.config-hash': 'x'}),
			labelled('c', {team: 'data', tier: 'back'}),
		],
	});

const labels = ({state}: User) =>
	groupings(state).flatMap(({grouping, values}) =>
		grouping.kind === 'label' ? [[grouping.label, values]] : [],
	);

test('labels that divide the list, the most common first; not what Compose keeps books with', () => {
	expect(labels(user())).toEqual([
		['team', 2],
		['tier', 1],
	]);
	expect(groupings(user().state)[0]?.grouping).toEqual({kind: 'project'});
});

test('they are looked for once for each version of the list', () => {
	const {state} = user();
	expect(groupings(state)[4]).toBe(groupings(state)[4]);
});

test('the chosen one is among them, also where no container has it any more', () => {
	const gone = user();
	gone.dispatch({type: 'list/grouped', grouping: {kind: 'label', label: 'old'}});
	expect(labels(gone).at(-1)).toEqual(['old', 0]);
	gone.dispatch({type: 'list/grouped', grouping: {kind: 'label', label: 'team'}});
	expect(labels(gone)).toHaveLength(2);
});
