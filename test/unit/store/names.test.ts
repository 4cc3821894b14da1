import {expect, test} from 'vitest';
import {ContainerMap} from '../../../source/store/container-map.ts';
import {type GroupName, namedStretches} from '../../../source/store/names.ts';
import {aContainer, keyOf, ofProject} from '../../helpers/builders.ts';

const group: GroupName = {kind: 'project', id: 'project:shop', name: 'shop'};

test('groups come first, then the containers by the names people use', () => {
	const containers = ContainerMap.of([aContainer('db'), ofProject('shop', 'api')]);
	const named = namedStretches({groups: [group], containers}).flatMap(stretch => stretch());
	expect(named.map(({text}) => text.text)).toEqual(['shop', 'db', 'shop/api']);
	expect(named[1]).toMatchObject({kind: 'container', key: keyOf('db')});
});

test('what was made ready is kept while its stretch of the list is the same', () => {
	const containers = ContainerMap.of(
		Array.from({length: 600}, (_, index) => aContainer(`worker-${index}`)),
	);
	const names = {groups: [group], containers};
	const first = namedStretches(names).map(stretch => stretch());
	expect(first).toHaveLength(4);
	const changed = containers.replace({...aContainer('worker-599'), state: 'exited'});
	const second = namedStretches({...names, containers: changed}).map(stretch => stretch());
	expect(second.map((stretch, at) => stretch === first[at])).toEqual([false, true, true, false]);
	expect(second[0]?.[0]).toBe(first[0]?.[0]);
});
