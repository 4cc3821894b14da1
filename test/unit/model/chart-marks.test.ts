import {expect, test} from 'vitest';
import {chartMarks, gravest} from '../../../source/model/chart-marks.ts';
import type {EngineEvent} from '../../../source/model/engine-event.ts';
import type {TimelineEntry} from '../../../source/model/timeline.ts';
import {keyOf, refOf, startMillis} from '../../helpers/builders.ts';

type Told = {
	[Kind in EngineEvent['kind']]: Omit<Extract<EngineEvent, {kind: Kind}>, 'ref' | 'atMillis'>;
};

const heard = (name: string, ...events: readonly Told[EngineEvent['kind']][]): TimelineEntry[] =>
	events.map((event, index) => {
		const atMillis = startMillis + index * 1000;
		const whole = {...event, ref: refOf(name), atMillis} as EngineEvent;
		return {seq: index, atMillis, key: keyOf(name), name, event: whole};
	});

const kindsOf = (entries: readonly TimelineEntry[]): readonly string[] =>
	chartMarks(entries, () => true).map(({kind}) => kind);

test('a start after an end is a restart, and an end has its code', () => {
	const entries = heard(
		'api',
		{kind: 'container.changed', action: 'create'},
		{kind: 'container.changed', action: 'start'},
		{kind: 'container.oom'},
		{kind: 'container.died', exitCode: 137},
		{kind: 'container.changed', action: 'start'},
		{kind: 'container.changed', action: 'restart'},
	);
	expect(kindsOf(entries)).toEqual(['start', 'oom', 'exit', 'restart']);
	expect(chartMarks(entries, () => true)[2]).toMatchObject({exitCode: 137, name: 'api'});
});

test('a health that is told again is no news', () => {
	const health = (word: 'starting' | 'healthy' | 'unhealthy') =>
		({kind: 'container.health', health: word}) as const;
	const entries = heard(
		'api',
		...[health('starting'), health('healthy'), health('healthy'), health('unhealthy')],
		health('healthy'),
	);
	expect(kindsOf(entries)).toEqual(['healthy', 'unhealthy', 'healthy']);
});

test('only of those that are meant', () => {
	const entries = [
		...heard('api', {kind: 'container.oom'}),
		...heard('db', {kind: 'container.oom'}),
	];
	expect(chartMarks(entries, key => key === keyOf('db')).map(({name}) => name)).toEqual(['db']);
});

test('of several in one cell the gravest is shown', () => {
	const marks = chartMarks(
		heard(
			'api',
			{kind: 'container.changed', action: 'pause'},
			{kind: 'container.died', exitCode: 1},
			{kind: 'container.changed', action: 'start'},
		),
		() => true,
	);
	expect(gravest(marks)?.kind).toBe('exit');
	expect(gravest([])).toBeUndefined();
});
