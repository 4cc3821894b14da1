import {describe, expect, test} from 'vitest';
import {EventMemory} from '../../../../source/engine/docker/event-memory.ts';

const line = (nanos: string, action = 'start', id = 'a1', type = 'container'): string =>
	`{"Type":"${type}","Action":"${action}","Actor":{"ID":"${id}","Attributes":{}},"time":1,"timeNano":${nanos}}`;

const tell = (memory: EventMemory, text: string): boolean => memory.isNew(JSON.parse(text), text);

describe('an event', () => {
	test('is new once', () => {
		const memory = new EventMemory();
		expect(tell(memory, line('1795428005761901301'))).toBe(true);
		expect(tell(memory, line('1795428005761901301'))).toBe(false);
	});

	test('is told apart by its last digit, which a number would lose', () => {
		const memory = new EventMemory();
		expect(Number('1795428005761901301')).toBe(Number('1795428005761901302'));
		expect(tell(memory, line('1795428005761901301'))).toBe(true);
		expect(tell(memory, line('1795428005761901302'))).toBe(true);
	});

	test.each([
		['what happened', line('7', 'die')],
		['to whom', line('7', 'start', 'b2')],
		['to what kind of thing', line('7', 'start', 'a1', 'network')],
	])('is told apart by %s at the same instant', (_what, other) => {
		const memory = new EventMemory();
		tell(memory, line('7'));
		expect(tell(memory, other)).toBe(true);
	});

	test('of an old engine is known by the words of old', () => {
		const memory = new EventMemory();
		const old = '{"Type":"container","status":"die","id":"a1","timeNano": 7}';
		expect(tell(memory, old)).toBe(true);
		expect(tell(memory, old)).toBe(false);
		expect(tell(memory, old.replace('die', 'start'))).toBe(true);
	});

	test('without an instant is always new', () => {
		const memory = new EventMemory();
		for (const text of ['{"Type":"container","Action":"start"}', 'null', '[]', '7'])
			expect([tell(memory, text), tell(memory, text)]).toEqual([true, true]);
		expect(memory.since).toBeUndefined();
	});

	test('takes no instant from a label', () => {
		const memory = new EventMemory();
		const text = JSON.stringify({
			Actor: {ID: 'a1', Attributes: {x: '"timeNano":9', timeNano: '9'}},
			timeNano: 7,
		});
		tell(memory, text);
		expect(memory.since).toBeUndefined();
		tell(memory, line('1795428005761901301'));
		expect(memory.since).toBe('1795428005.761901301');
	});
});

test('the next stream begins with the latest event, in whatever order they came', () => {
	const memory = new EventMemory();
	tell(memory, line('1795428005000000002'));
	tell(memory, line('1795428005000000001'));
	tell(memory, line('995428005000000001'));
	expect(memory.since).toBe('1795428005.000000002');
});

test('forgets the oldest, so that it does not grow', () => {
	const memory = new EventMemory();
	for (let nanos = 1; nanos <= 600; nanos++) tell(memory, line(String(nanos)));
	expect(tell(memory, line('600'))).toBe(false);
	expect(tell(memory, line('100'))).toBe(false);
	expect(tell(memory, line('1'))).toBe(true);
});
