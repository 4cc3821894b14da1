import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {OpenQuestions} from '../../../source/app/open-questions.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

const isSettled = async (questions: OpenQuestions): Promise<boolean> => {
	let isOver = false;
	void questions.settled().then(() => {
		isOver = true;
	});
	await vi.advanceTimersByTimeAsync(0);
	return isOver;
};

test('nobody waits where nothing was asked', async () => {
	expect(await isSettled(new OpenQuestions())).toBe(true);
});

test('the last answer closes all', async () => {
	const questions = new OpenQuestions();
	questions.asked('background');
	questions.asked('ambiguous');
	questions.answered('background');
	expect(await isSettled(questions)).toBe(false);
	const settled = questions.settled();
	questions.answered('ambiguous');
	await settled;
	expect(await isSettled(questions)).toBe(true);
});

test('a terminal that does not answer holds up nobody for more than a second', async () => {
	const questions = new OpenQuestions();
	questions.asked('background');
	await vi.advanceTimersByTimeAsync(400);
	const settled = questions.settled();
	await vi.advanceTimersByTimeAsync(600);
	await settled;
	expect(await isSettled(questions)).toBe(true);
});
