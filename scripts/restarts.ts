/**
 * `node scripts/restarts.ts [--rounds 50] [--live-restore]`: restarts a private engine by TERM and KILL
 * in turn while the built program watches, and prints how long its screen was wrong. `--freeze 60`
 * stops the engine for so many seconds instead. Needs root, dockerd and `npm run build`.
 */
import {parseArgs} from 'node:util';
import {interruptible} from './lib/interruptible.ts';
import {PrivateEngine, whyNoPrivateEngine} from './lib/private-engine.ts';
import {median} from './lib/statistics.ts';
import {type Restart, WatchedEngine} from './lib/watched-engine.ts';

const {values: flags} = parseArgs({
	options: {
		rounds: {type: 'string', default: '50'},
		freeze: {type: 'string'},
		'live-restore': {type: 'boolean', default: false},
	},
});

const seconds = (millis: number): string => `${(millis / 1000).toFixed(2)} s`;

const row = (name: string, values: readonly number[]): string =>
	`${name.padEnd(34)} ${seconds(median(values) ?? Number.NaN).padStart(9)} ${seconds(Math.max(...values)).padStart(9)}`;

const restartOften = async (watched: WatchedEngine, interrupted: AbortSignal): Promise<void> => {
	const found: (Restart & {readonly signal: string})[] = [];
	for (let round = 0; round < Number(flags.rounds); round++) {
		interrupted.throwIfAborted();
		const signal = round % 2 === 0 ? 'SIGTERM' : 'SIGKILL';
		// From none to some seconds, so that the program is in each of its waits once.
		const restart = await watched.restart(signal, (round % 5) * 1500);
		found.push({...restart, signal});
		console.error(
			`${round + 1} ${signal}: banner ${seconds(restart.bannerMillis)}, list ${seconds(restart.listMillis)}`,
		);
	}
	console.log(`${found.length} restarts, 0 crashes`.padEnd(37), 'median     worst');
	for (const signal of ['SIGTERM', 'SIGKILL']) {
		const some = found.filter(each => each.signal === signal);
		console.log(
			row(
				`${signal}: until the banner`,
				some.map(each => each.bannerMillis),
			),
		);
		console.log(
			row(
				`${signal}: API answers until list right`,
				some.map(each => each.listMillis),
			),
		);
	}
};

const freezeOnce = async (watched: WatchedEngine, forSeconds: number): Promise<void> => {
	const freeze = await watched.freeze(forSeconds * 1000);
	console.log(`stopped for ${forSeconds} s`);
	console.log(`until "no answer"       ${seconds(freeze.noAnswerMillis)}`);
	console.log(
		`slowest of ${String(freeze.keys).padEnd(5)} keys   ${seconds(freeze.slowestKeyMillis)}`,
	);
	console.log(`recovery                ${seconds(freeze.recoveryMillis)}`);
	console.log(`most sockets            ${freeze.mostSockets}, before ${freeze.socketsBefore}`);
};

const reason = await whyNoPrivateEngine();
if (reason !== undefined) throw new Error(reason);
let engine: PrivateEngine | undefined;
let watched: WatchedEngine | undefined;
await interruptible(
	async interrupted => {
		engine = await PrivateEngine.create(...(flags['live-restore'] ? ['--live-restore'] : []));
		watched = await WatchedEngine.open(engine);
		if (flags.freeze === undefined) await restartOften(watched, interrupted);
		else await freezeOnce(watched, Number(flags.freeze));
	},
	async () => {
		await watched?.close();
		await engine?.dispose();
	},
);
