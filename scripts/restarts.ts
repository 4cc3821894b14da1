/**
 * `node scripts/restarts.ts [--rounds 50] [--live-restore]`: restarts a private engine by TERM and KILL
 * in turn while the built program watches, and prints how long its screen was wrong. `--freeze 60`
 * stops the engine for so many seconds instead; with `--by proxy` the engine goes on, and what stands between
 * accepts every connection and answers nothing. Promise P5 is 300 seconds of both. Needs root, dockerd and `npm run build`.
 */
import {parseArgs} from 'node:util';
import {interruptible} from './lib/interruptible.ts';
import {PrivateEngine, whyNoPrivateEngine} from './lib/private-engine.ts';
import {type SilentProxy, startSilentProxy} from './lib/silent-proxy.ts';
import {median} from './lib/statistics.ts';
import {type Restart, WatchedEngine} from './lib/watched-engine.ts';

const {values: flags} = parseArgs({
	options: {
		rounds: {type: 'string', default: '50'},
		freeze: {type: 'string'},
		by: {type: 'string', default: 'signal'},
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

/** What promise P5 allows; a call that is pending holds a socket. */
const allowed = {noAnswerMillis: 5000, keyMillis: 100, recoveryMillis: 3000, calls: 20};

const freezeOnce = async (watched: WatchedEngine, forSeconds: number): Promise<void> => {
	const proxy = silent;
	const way = proxy && {stop: () => proxy.silence(), goOn: () => proxy.speak()};
	const freeze = await watched.freeze(forSeconds * 1000, way);
	const calls = freeze.mostSockets - freeze.socketsBefore;
	console.log(`${way ? 'silent' : 'stopped'} for ${forSeconds} s`);
	const tell = (what: string, value: number, most: number, text: string): void => {
		if (value > most) process.exitCode = 1;
		console.log(`${what.padEnd(26)} ${text}${value > most ? '   MISSED' : ''}`);
	};
	tell(
		'until "no answer"',
		freeze.noAnswerMillis,
		allowed.noAnswerMillis,
		seconds(freeze.noAnswerMillis),
	);
	tell(
		`slowest of ${freeze.keys} keys`,
		...([freeze.slowestKeyMillis, allowed.keyMillis] as const),
		`${Math.round(freeze.slowestKeyMillis)} ms, median ${Math.round(freeze.medianKeyMillis)} ms`,
	);
	tell('recovery', freeze.recoveryMillis, allowed.recoveryMillis, seconds(freeze.recoveryMillis));
	tell(
		'most sockets',
		calls,
		allowed.calls,
		`${freeze.mostSockets}, before ${freeze.socketsBefore}`,
	);
};

const reason = await whyNoPrivateEngine();
if (reason !== undefined) throw new Error(reason);
let engine: PrivateEngine | undefined;
let watched: WatchedEngine | undefined;
let silent: SilentProxy | undefined;
await interruptible(
	async interrupted => {
		engine = await PrivateEngine.create(...(flags['live-restore'] ? ['--live-restore'] : []));
		if (flags.by === 'proxy') {
			const path = `${engine.socketPath}.silent`;
			silent = await startSilentProxy(path, engine.socketPath);
			watched = await WatchedEngine.open(engine, `unix://${path}`);
		} else watched = await WatchedEngine.open(engine);
		if (flags.freeze === undefined) await restartOften(watched, interrupted);
		else await freezeOnce(watched, Number(flags.freeze));
	},
	async () => {
		await watched?.close();
		await silent?.close();
		await engine?.dispose();
	},
);
