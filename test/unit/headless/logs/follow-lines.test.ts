import {afterEach, expect, test} from 'vitest';
import {type FollowRange, followLines} from '../../../../source/headless/logs/follow-lines.ts';
import {aContainer, aLine, anEndpoint, exited, someDetails} from '../../../helpers/builders.ts';
import {changed} from '../../../helpers/engine-events.ts';
import {FakeEngine} from '../../../helpers/fake-engine.ts';
import {until} from '../../../helpers/until.ts';

const longAgo = Date.parse('2026-01-01T00:00:00Z');
const long = {createdAtMillis: longAgo};

let life = new AbortController();
let done: Promise<void> | undefined;

const follow = (engine: FakeEngine, range: FollowRange): readonly string[] => {
	const texts: string[] = [];
	life = new AbortController();
	done = followLines(
		{
			...{engine, endpoint: anEndpoint, signal: life.signal, onConnection: () => {}},
			onLines(lines) {
				for (const {line} of lines) texts.push(line.kind === 'line' ? line.text : line.reason);
			},
		},
		{kind: 'all'},
		range,
	);
	return texts;
};

afterEach(async () => {
	life.abort();
	await done;
});

const withStopped = (): FakeEngine => {
	const engine = new FakeEngine([
		aContainer('web', long),
		aContainer('job', {...long, ...exited()}),
	]);
	engine.details.set('web', someDetails({startedAtMillis: longAgo}));
	engine.details.set('job', someDetails({startedAtMillis: longAgo}));
	engine.written.set('web', [aLine('web before', longAgo)]);
	engine.written.set('job', [aLine('job before', longAgo)]);
	return engine;
};

const asked = (engine: FakeEngine): readonly string[] => engine.logRequests.map(({name}) => name);

test('what has stopped joins when it starts, without its past', async () => {
	const engine = withStopped();
	const texts = follow(engine, {isOfUp: true, tail: 100});
	await until(() => texts.includes('web before'), 'the log of what is up');
	expect(asked(engine)).toEqual(['web']);

	const now = Date.now();
	engine.details.set('job', someDetails({startedAtMillis: now}));
	engine.written.set('job', [aLine('job before', longAgo), aLine('job again', now)]);
	engine.containers = [aContainer('web', long), aContainer('job', long)];
	engine.emit(changed('job'));
	await until(() => texts.includes('job again'), 'the log of what has started');
	expect(texts).toEqual(['web before', expect.stringContaining('started'), 'job again']);
});

test('what is named is read although it has stopped', async () => {
	const engine = withStopped();
	const texts = follow(engine, {isOfUp: false, tail: 100});
	await until(() => texts.length === 2, 'both logs');
	expect(texts.toSorted()).toEqual(['job before', 'web before']);
});
