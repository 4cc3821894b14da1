import {expect, test} from 'vitest';
import type {ContainerDetails} from '../../source/model/container.ts';
import {collect} from '../helpers/collect.ts';
import {
	dieEvent,
	inspected,
	inspectedEnded,
	listItem,
	statsPodman,
	statsV1,
	statsV2,
} from '../helpers/engine-payloads.ts';
import {fieldFaults, oddIn} from '../helpers/field-faults.ts';
import {get} from '../unit/demo/wire.ts';
import {endOf, faultSubject, inTurns} from './faults-subject.ts';

/**
 * Answers in which one field is missing, null, or of another type or size, field by field, as they
 * come through a socket: recorded ones, and the fuller ones of the demo engine.
 */
const lines = (values: readonly unknown[]): string =>
	values.map(value => JSON.stringify(value) ?? '').join('\n');

const hasId = (item: unknown): boolean => {
	const id = typeof item === 'object' && item !== null && 'Id' in item ? item.Id : undefined;
	return typeof id === 'string' && id !== '';
};

test('list: an entry that has an id is kept, and nothing in it is odd', async () => {
	const {demo, engine, breakPath, signal} = await faultSubject();
	const [own] = (await get(demo, '/containers/json')).json;
	const items = [listItem, own].flatMap(fieldFaults);
	breakPath('/containers/json', () => ({body: JSON.stringify(items)}));
	const listed = await engine.list(signal);
	// Some faults make the same text of two entries, which is one container.
	const texts = new Set(items.filter(hasId).map(item => JSON.stringify(item)));
	expect(listed).toHaveLength(texts.size);
	expect(listed.flatMap(container => oddIn(container))).toEqual([]);
	for (const {name, ref} of listed)
		expect([typeof name, name === '', ref.id === '']).toEqual(['string', false, false]);
});

test('inspect: an object is understood as far as it goes, all else refused', async () => {
	const {engine, breakPath, refOf, signal} = await faultSubject();
	const ref = await refOf('shop-api-1');
	const answers = [inspected, {State: inspectedEnded.State}]
		.flatMap(fieldFaults)
		.map(answer => JSON.stringify(answer) ?? '');
	const asked = answers.values();
	const understood: ContainerDetails[] = [];
	breakPath('/json', () => ({body: asked.next().value ?? ''}));
	const ends = await inTurns(answers, () =>
		endOf(engine.inspect(ref, signal).then(details => understood.push(details))),
	);
	expect(new Set(ends)).toEqual(new Set(['fulfilled', 'protocol']));
	expect(ends.filter(end => end === 'fulfilled')).toHaveLength(
		answers.filter(answer => answer.startsWith('{')).length,
	);
	expect(understood.flatMap(details => oddIn(details))).toEqual([]);
});

test('events: what cannot be understood is left out, and the stream goes on', async () => {
	const {engine, breakPath, signal} = await faultSubject();
	// Each at a time of its own, as far as that is not what is spoilt, or they would be repetitions.
	const spoilt = fieldFaults(dieEvent).map((event, index) =>
		typeof event === 'object' &&
		event !== null &&
		'timeNano' in event &&
		event.timeNano === dieEvent.timeNano
			? {...event, timeNano: 1_795_000_000_000_000_000 + index * 1_000_000}
			: event,
	);
	breakPath('/events', () => ({body: lines([...spoilt, dieEvent])}));
	const events = await collect(await engine.events(signal));
	expect(events.flatMap(event => oddIn(event))).toEqual([]);
	expect(events.at(-1)).toMatchObject({kind: 'container.died', exitCode: 137});
	expect(events.length).toBeGreaterThan(spoilt.length / 2);
});

test('stats: an odd sample is none, or has what is left of it', async () => {
	const subject = await faultSubject();
	const ref = await subject.refOf('shop-api-1');
	const path = '/containers/shop-api-1/stats?stream=0&one-shot=1';
	const own = (await get(subject.demo, path)).json;
	const spoilt = [statsV1, statsV2, statsPodman, own].flatMap(fieldFaults);
	const answers = spoilt.map(answer => JSON.stringify(answer) ?? '');
	const asked = answers.values();
	subject.breakPath('/stats', () => ({body: asked.next().value ?? ''}));
	const samples = await inTurns(answers, () => subject.stats.readOnce(ref, subject.signal));
	expect(samples.flatMap(sample => oddIn(sample))).toEqual([]);
	expect(samples.filter(sample => sample !== undefined).length).toBeGreaterThan(answers.length / 2);
});

test('version and info: the connection stands, with what is known', async () => {
	const {demo, engine, signal} = await faultSubject();
	const version = (await get(demo, '/version')).json;
	// Told again and again, its time would be ever further behind, and a clock may be.
	const info = {...(await get(demo, '/info')).json, SystemTime: undefined};
	const {Name, NCPU, MemTotal, OperatingSystem, ServerVersion} = info;
	const pairs = [
		...fieldFaults({...version, Components: undefined}).map(spoilt => [spoilt, info]),
		...fieldFaults({Name, NCPU, MemTotal, OperatingSystem, ServerVersion}).map(spoilt => [
			version,
			spoilt,
		]),
	].map(pair => pair.map(value => JSON.stringify(value) ?? ''));
	for (const [versionBody = '', infoBody = ''] of pairs) {
		demo.setFaults({
			match(_method, path) {
				if (path === '/version') return {body: versionBody};
				return path === '/info' ? {body: infoBody} : undefined;
			},
		});
		const found: unknown[] = [];
		const end = await endOf(engine.connect(signal).then(known => found.push(known)));
		const isObject = versionBody.startsWith('{') && infoBody.startsWith('{');
		expect([versionBody, infoBody, end]).toEqual([
			versionBody,
			infoBody,
			isObject ? 'fulfilled' : 'protocol',
		]);
		expect(oddIn(found)).toEqual([]);
	}
});
