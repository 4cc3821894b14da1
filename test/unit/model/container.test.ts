import {expect, test} from 'vitest';
import {mapContainer} from '../../../source/engine/docker/map-container.ts';
import {type ContainerState, isRunning} from '../../../source/model/container.ts';
import {localHost} from '../../../source/model/ids.ts';

const isRunningIn = (State: ContainerState): boolean => {
	const container = mapContainer({Id: 'a', State}, localHost, text => text);
	return container !== undefined && isRunning(container);
};

test('what is paused has a process too; what waits for its restart has none', () => {
	const states: ContainerState[] = [
		'created',
		'running',
		'paused',
		'restarting',
		'removing',
		'exited',
		'dead',
	];
	expect(states.filter(isRunningIn)).toEqual(['running', 'paused']);
});
