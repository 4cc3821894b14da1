import {expect, test} from 'vitest';
import {statsTargets} from '../../../source/sync/stats-targets.ts';
import {aContainer, exited, keyOf, refOf} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

const own = {networks: [{name: 'shop_front'}]};

const containers = [
	aContainer('api', own),
	aContainer('db', own),
	aContainer('old', {...own, ...exited()}),
	aContainer('exporter', {networks: [{name: 'host'}], networkMode: 'host'}),
	aContainer('batch', {networks: [{name: 'none'}], networkMode: 'none'}),
	aContainer('sidecar', {networks: [], networkMode: `container:${refOf('api').id}`}),
	aContainer('probe', {networks: [], networkMode: `container:${refOf('exporter').id}`}),
];

const begin = () => {
	const user = new User({containers});
	const targets = statsTargets(user);
	const named = (isIn: (target: ReturnType<typeof targets>[number]) => boolean) => {
		const ids = new Set(
			targets()
				.filter(isIn)
				.map(({ref}) => ref.id),
		);
		return containers.filter(({ref}) => ids.has(ref.id)).map(({name}) => name);
	};
	return {user, targets, named};
};

test('what runs is sampled, and what is on the screen more often', () => {
	const {user, named} = begin();
	user.viewport.show([keyOf('db'), keyOf('old')]);
	expect(named(() => true)).toEqual(['api', 'db', 'exporter', 'batch', 'sidecar', 'probe']);
	expect(named(({isWatched}) => isWatched)).toEqual(['db']);
	user.viewport.show([keyOf('api')]);
	expect(named(({isWatched}) => isWatched)).toEqual(['api']);
});

test('when nobody looks nothing is watched', () => {
	const {user, named} = begin();
	user.viewport.show([keyOf('db')]);
	user.viewport.see(false);
	expect(named(({isWatched}) => isWatched)).toEqual([]);
	user.viewport.see(true);
	expect(named(({isWatched}) => isWatched)).toEqual(['db']);
});

test('who chose an interval may look from another window', () => {
	const user = new User({containers});
	const targets = statsTargets({...user, intervalMillis: 500});
	user.viewport.show([keyOf('db')]);
	user.viewport.see(false);
	expect(targets().filter(({isWatched}) => isWatched)).toHaveLength(1);
});

test('traffic is counted on a network of its own, or on that of another container', () => {
	const {named} = begin();
	expect(named(({hasTraffic}) => hasTraffic)).toEqual(['api', 'db', 'sidecar']);
});

test('asked again, nothing is made anew until something has changed', () => {
	const {user, targets} = begin();
	const before = targets();
	expect(targets()).toBe(before);
	user.viewport.show([keyOf('db')]);
	expect(targets()).not.toBe(before);
});
