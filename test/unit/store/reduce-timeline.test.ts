import {expect, test} from 'vitest';
import {maxTimelineEntries} from '../../../source/model/timeline.ts';
import type {Action} from '../../../source/store/action.ts';
import {aContainer, keyOf, refOf, startMillis} from '../../helpers/builders.ts';
import {stateAfter} from '../../helpers/user.ts';

const listed: Action = {
	type: 'containers/listed',
	containers: [
		aContainer('api', {compose: {project: 'shop', service: 'api', number: 1, oneOff: false}}),
	],
	atMillis: startMillis,
};

const died = (name: string, atMillis = startMillis): Action => ({
	type: 'timeline/heard',
	event: {kind: 'container.died', ref: refOf(name), atMillis, exitCode: 137},
});

test('what happened keeps the name of a container that goes', () => {
	const {timeline} = stateAfter(listed, died('api'), {
		type: 'container/removed',
		key: keyOf('api'),
	});
	expect(timeline).toMatchObject([
		{seq: 1, atMillis: startMillis, key: keyOf('api'), name: 'api', project: 'shop'},
	]);
});

test('what was never listed is told all the same', () => {
	const [entry] = stateAfter(died('passing')).timeline;
	expect(entry).toMatchObject({key: keyOf('passing'), event: {exitCode: 137}});
	expect(entry).not.toHaveProperty('name');
});

test('only the last ones are kept, and no number comes twice', () => {
	const more = Array.from({length: maxTimelineEntries + 5}, (_, index) =>
		died('api', startMillis + index),
	);
	const {timeline} = stateAfter(listed, ...more);
	expect(timeline).toHaveLength(maxTimelineEntries);
	expect(timeline[0]?.seq).toBe(6);
	expect(timeline.at(-1)?.seq).toBe(maxTimelineEntries + 5);
});
