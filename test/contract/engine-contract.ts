import {afterEach, beforeEach, describe} from 'vitest';
import {actionCases} from './action-cases.ts';
import {archiveCases} from './archive-cases.ts';
import {attachCases} from './attach-cases.ts';
import {changeCases} from './change-cases.ts';
import {connectionCases} from './connection-cases.ts';
import {detailCases} from './detail-cases.ts';
import {eventCases} from './event-cases.ts';
import type {Exceptions} from './exceptions.ts';
import {execCases} from './exec-cases.ts';
import {logCases} from './log-cases.ts';
import {statsCases} from './stats-cases.ts';
import type {Contract, EngineMaker} from './subject.ts';

const cases = {
	connection: connectionCases,
	events: eventCases,
	stats: statsCases,
	logs: logCases,
	exec: execCases,
	attach: attachCases,
	actions: actionCases,
	changes: changeCases,
	details: detailCases,
	archive: archiveCases,
};

type Part = keyof typeof cases;

/**
 * What every engine must do, the demo engine like the real one: a case that passes on one and fails
 * on the other is a mistake in one of them. Each case gets an engine of its own.
 */
export const engineContract = (
	name: string,
	makeSubject: EngineMaker,
	parts: readonly Part[] = Object.keys(cases) as Part[],
	exceptions: Exceptions = {},
): void => {
	describe(`engine contract: ${name}`, () => {
		const contract: Contract = {} as Contract;
		beforeEach(async () => {
			const controller = new AbortController();
			const subject = await makeSubject();
			Object.assign(contract, {...subject, controller, signal: controller.signal});
			await subject.engine.connect(controller.signal);
		});
		afterEach(async () => {
			contract.controller.abort();
			contract.engine.dispose();
			await contract.close();
		});
		for (const part of parts) describe(part, () => cases[part](contract, exceptions));
	});
};
