import {beforeEach, expect, test} from 'vitest';
import {TerminalLender} from '../../../source/app/lend.ts';

let steps: string[];
let lender: TerminalLender;

const step = (name: string) => () => void steps.push(name);

beforeEach(() => {
	steps = [];
	lender = new TerminalLender({
		router: {start: step('listen'), stop: step('let go')},
		terminal: {
			tidy: step('tidy'),
			saveCursor: step('save cursor'),
			startReports: step('reports'),
			stopReports: step('no reports'),
		},
		screen: {suspend: step('no painting'), resume: step('painting')},
		killGuard: {giveAway: step('unguarded'), takeBack: step('guarded')},
		onSeen: isSeen => steps.push(isSeen ? 'seen' : 'unseen'),
		suspendTerminal: async callback => {
			steps.push('leave screen');
			try {
				await callback();
			} finally {
				steps.push('enter screen');
			}
		},
	});
});

const before = ['unseen', 'no reports', 'no painting', 'leave screen'];
/** Nobody guards it while a program of this machine has it, or the shell. */
const givenAway = ['let go', 'unguarded'];
const takenBack = ['listen', 'guarded'];
const after = ['tidy', 'enter screen', 'painting', 'reports', 'seen'];

test('puts the terminal away, gives what the user of it returns, and takes it back', async () => {
	const result = await lender.lend(async () => {
		expect(lender.isLent).toBe(true);
		steps.push('use');
		return 7;
	});
	expect(result).toBe(7);
	expect(lender.isLent).toBe(false);
	expect(steps).toEqual([...before, 'use', ...after]);
});

test('takes the terminal back from a user of it that fails', async () => {
	const use = async () => {
		throw new Error('engine is gone');
	};
	await expect(lender.lend(use)).rejects.toThrow('engine is gone');
	expect(steps).toEqual([...before, ...after]);
	expect(lender.isLent).toBe(false);
});

test('does not lend twice', async () => {
	await lender.lend(async () => {
		await expect(lender.lend(async () => 1)).rejects.toThrow('lent already');
	});
	expect(steps).toEqual([...before, ...after]);
});

test('stops the process with a terminal as any shell expects it', async () => {
	await lender.suspendProcess(step('stopped'));
	expect(steps).toEqual([...before, ...givenAway, 'stopped', ...takenBack, ...after]);
});

test('stops the process in the middle of a shell without another round of screens', async () => {
	await lender.lend(async () => {
		steps.length = 0;
		await lender.suspendProcess(step('stopped'));
		expect(steps).toEqual([...givenAway, 'stopped', ...takenBack]);
	});
});

test('recovers from a stop that came unannounced', async () => {
	lender.recover();
	expect(steps).toEqual(['let go', 'listen', 'painting', 'reports', 'seen']);
});

test('leaves the screen to a shell when it recovers', async () => {
	await lender.lend(async () => {
		steps.length = 0;
		lender.recover();
		expect(steps).toEqual(['let go', 'listen']);
	});
});

test('takes nothing back when the program ends meanwhile', async () => {
	await lender.lend(async () => {
		lender.end();
		steps.push('restored');
	});
	expect(steps).toEqual([...before, 'save cursor', 'restored', 'enter screen']);
});

test('a program of this machine gets the terminal out of raw mode, with its keys', async () => {
	const result = await lender.lendCooked(async () => {
		steps.push('use');
		return 7;
	});
	expect(result).toBe(7);
	expect(steps).toEqual([...before, ...givenAway, 'use', ...takenBack, ...after]);
});

test('a stop in the middle of such a program touches nothing', async () => {
	await lender.lendCooked(async () => {
		steps.length = 0;
		await lender.suspendProcess(step('stopped'));
		lender.recover();
		expect(steps).toEqual(['stopped']);
	});
});
