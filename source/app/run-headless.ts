import {collect} from '../headless/collect.ts';
import {toJson} from '../headless/json.ts';
import {toTable} from '../headless/table.ts';
import {systemClock} from '../sync/clock.ts';
import type {OpenedEngine} from './open-engine.ts';
import {answers, findEndpoint, openDemo, openEngine} from './open-engine.ts';
import type {Options} from './options.ts';
import {print} from './print.ts';

/** One snapshot on stdout, then the end; for pipes, scripts and terminals that cannot do more. */
export const runHeadless = async (options: Options): Promise<number> => {
	const opened = await open(options);
	try {
		const signal = new AbortController().signal;
		const {engine, hostSampler} = opened;
		const ports = {engine, hostSampler, clock: systemClock};
		const snapshot = await collect(ports, signal);
		const text =
			options.print === 'json'
				? toJson(snapshot)
				: toTable(snapshot, Date.now(), options.showsStopped);
		return await print(`${text}\n`);
	} finally {
		opened.engine.dispose();
		await opened.close();
	}
};

const open = async (options: Options): Promise<OpenedEngine> => {
	if (options.demo === 'yes') return await openDemo(options.seed);
	const endpoint = await findEndpoint(options);
	if (options.demo === 'or-demo' && !(await answers(endpoint))) return await openDemo(options.seed);
	return await openEngine(endpoint);
};
