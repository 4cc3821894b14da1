import process from 'node:process';
import {cleanText} from '../format/sanitise.ts';
import {collect} from '../headless/collect.ts';
import {toJson} from '../headless/json.ts';
import {toTable} from '../headless/table.ts';
import {maskSecrets} from '../model/secrets.ts';
import {systemClock} from '../sync/clock.ts';
import {chooseEngine} from './choose-engine.ts';
import {isUtf8} from './colour-level.ts';
import {awaitInterruption} from './interruption.ts';
import type {Options} from './options.ts';
import {print} from './print.ts';

/**
 * One snapshot on stdout, then the end; for pipes, scripts and terminals that cannot do more. A signal
 * ends it early, but not before everything is closed. Resolves with the exit code.
 */
export const runHeadless = async (options: Options): Promise<number> => {
	const interruption = awaitInterruption();
	try {
		const text = await snapshotText(options, interruption.signal);
		return await print(`${text}\n`);
	} catch (error) {
		if (interruption.exitCode === undefined) throw error;
		return interruption.exitCode;
	} finally {
		interruption.forget();
	}
};

const snapshotText = async (options: Options, signal: AbortSignal): Promise<string> => {
	const {reason, open} = await chooseEngine(options);
	if (reason !== undefined) process.stderr.write(`dockmon: ${cleanText(maskSecrets(reason))}\n`);
	const {engine, hostSampler, close} = await open(true);
	try {
		signal.throwIfAborted();
		const {showsStopped = true, isAscii} = options;
		const ports = {engine, hostSampler, clock: systemClock, showsStopped};
		const snapshot = await collect(ports, signal);
		return options.print === 'json'
			? toJson(snapshot)
			: toTable(snapshot, Date.now(), {isAscii: isAscii || !isUtf8(process.env)});
	} finally {
		engine.dispose();
		await close();
	}
};
