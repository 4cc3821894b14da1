import {expect, test} from 'vitest';
import {Agenda} from '../../../../source/demo/world/agenda.ts';
import {randomFor} from '../../../../source/demo/world/random.ts';

const runAll = (agenda: Agenda, byMillis: number) => {
	for (let task = agenda.takeDue(byMillis); task; task = agenda.takeDue(byMillis)) task.run();
};

test('runs tasks by time, and those of one instant in the order they were entered', () => {
	const agenda = new Agenda();
	const random = randomFor('agenda');
	const ran: [number, number][] = [];
	for (let index = 0; index < 500; index++) {
		const at = random.integer(0, 40);
		agenda.add(at, () => ran.push([at, index]));
	}
	runAll(agenda, 40);
	expect(ran).toHaveLength(500);
	expect(ran).toEqual(ran.toSorted(([a, i], [b, j]) => a - b || i - j));
});

test('leaves what is not due', () => {
	const agenda = new Agenda();
	agenda.add(100, () => undefined);
	expect(agenda.takeDue(99)).toBeUndefined();
	expect(agenda.nextMillis).toBe(100);
});

test('forgets what was cancelled', () => {
	const agenda = new Agenda();
	const ran: string[] = [];
	const cancel = agenda.add(1, () => ran.push('cancelled'));
	agenda.add(2, () => ran.push('kept'));
	cancel();
	expect(agenda.nextMillis).toBe(2);
	runAll(agenda, 10);
	expect(ran).toEqual(['kept']);
	expect(agenda.nextMillis).toBeUndefined();
});

test('a task may add tasks that are due at once', () => {
	const agenda = new Agenda();
	const ran: string[] = [];
	agenda.add(1, () => {
		ran.push('first');
		agenda.add(1, () => ran.push('second'));
	});
	runAll(agenda, 1);
	expect(ran).toEqual(['first', 'second']);
});
