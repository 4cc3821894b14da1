import {beforeEach, expect, test} from 'vitest';
import {createContainerReader} from '../../../source/sync/container-reader.ts';
import {aContainer, keyOf, refOf} from '../../helpers/builders.ts';
import {FakeClock} from '../../helpers/fake-clock.ts';
import {FakeEngine, unreachable} from '../../helpers/fake-engine.ts';

const crowd = Array.from({length: 1000}, (_, index) => aContainer(`job-${index}`));
const {signal} = new AbortController();

let clock: FakeClock;
beforeEach(() => {
	clock = new FakeClock();
});

/** Of an engine with a crowd, listed once; and what it was asked since. */
const begin = async (containers = crowd) => {
	const engine = new FakeEngine(containers);
	const reader = createContainerReader({engine, clock, signal});
	await reader.read();
	engine.calls.length = 0;
	return {engine, reader};
};

test('where there are many, only what something happened to is asked for', async () => {
	const {engine, reader} = await begin();
	reader.note(refOf('job-7'));
	reader.note(refOf('gone'));
	const listed = await reader.read();
	expect(engine.calls).toEqual(['listSome']);
	expect(listed).toMatchObject({
		type: 'containers/relisted',
		keys: [keyOf('job-7'), keyOf('gone')],
		containers: [crowd[7]],
	});
});

test('where there are few, all are', async () => {
	const {engine, reader} = await begin(crowd.slice(1));
	reader.note(refOf('job-7'));
	await reader.read();
	expect(engine.calls).toEqual(['list']);
});

test('all are asked for without an event, after a gap, and where it was many', async () => {
	const {engine, reader} = await begin();
	await reader.read();
	reader.note(refOf('job-7'));
	reader.noteGap();
	await reader.read();
	for (const {ref} of crowd.slice(0, 51)) reader.note(ref);
	await reader.read();
	expect(engine.calls).toEqual(['list', 'list', 'list']);
});

test('events all the time do not put off the whole list for ever', async () => {
	const {engine, reader} = await begin();
	for (let second = 0; second < 35; second++) {
		reader.note(refOf('job-7'));
		await reader.read();
		await clock.advance(1000);
	}
	expect(engine.count('list')).toBe(1);
});

test('what failed is not forgotten', async () => {
	const {engine, reader} = await begin();
	reader.note(refOf('job-7'));
	engine.trouble('listSome', unreachable);
	await expect(reader.read()).rejects.toBe(unreachable);
	engine.recover();
	reader.note(refOf('job-8'));
	await reader.read();
	expect(engine.calls).toEqual(['listSome', 'list']);
});

test('what happens while a list is read is in the next one', async () => {
	const {engine, reader} = await begin();
	reader.note(refOf('job-7'));
	const reading = reader.read();
	reader.note(refOf('job-8'));
	await reading;
	expect(await reader.read()).toMatchObject({containers: [crowd[8]]});
	expect(engine.calls).toEqual(['listSome', 'listSome']);
});
