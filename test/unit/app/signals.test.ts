import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {ExitGuard} from '../../../source/app/signals.ts';

const heard = [
	...['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTSTP', 'SIGCONT'],
	...['uncaughtException', 'unhandledRejection', 'exit'],
];
const events: NodeJS.EventEmitter = process;

/** What happened, in order. */
let steps: string[];
let guard: ExitGuard;
let forget: () => void;

beforeEach(() => {
	vi.useFakeTimers();
	steps = [];
	vi.spyOn(process, 'exit').mockImplementation(code => {
		steps.push(`exit ${code}`);
		return undefined as never;
	});
	const before = new Map(heard.map(event => [event, events.listeners(event)]));
	const errorsBefore = process.stdout.listeners('error');
	guard = new ExitGuard({
		unmount: () => steps.push('unmounted'),
		restore: () => steps.push('restored'),
		onStop() {},
		onContinue() {},
		describe: error => [String(error)],
	});
	forget = () => {
		const added = (now: readonly unknown[], old: readonly unknown[] = []) =>
			now.filter(each => !old.includes(each)) as Array<() => void>;
		for (const event of heard)
			for (const each of added(events.listeners(event), before.get(event))) events.off(event, each);
		for (const each of added(process.stdout.listeners('error'), errorsBefore))
			process.stdout.off('error', each);
	};
});

afterEach(() => {
	forget();
	vi.restoreAllMocks();
	vi.useRealTimers();
});

/** Ends after so many milliseconds. */
const slowly = (name: string, millis: number) => async () => {
	await new Promise(resolve => setTimeout(resolve, millis));
	steps.push(name);
};

test('what all others may need is given up after the last of them, whatever order they came in', async () => {
	guard.onLastExit(() => steps.push('engine'));
	guard.onExit(slowly('shell', 200));
	guard.onExit(slowly('program', 50));
	guard.onExit(async () => {
		throw new Error('the engine refuses');
	});
	const exit = guard.exit(3);
	await vi.advanceTimersByTimeAsync(250);
	await exit;
	expect(steps).toEqual(['unmounted', 'restored', 'program', 'shell', 'engine', 'exit 3']);
});

test('the terminal comes first, and nothing keeps the program for longer than three seconds', async () => {
	guard.onExit(() => new Promise(() => undefined));
	guard.onLastExit(() => steps.push('engine'));
	const exit = guard.exit(0);
	expect(steps).toEqual(['unmounted', 'restored']);
	await vi.advanceTimersByTimeAsync(2900);
	expect(steps).toHaveLength(2);
	await vi.advanceTimersByTimeAsync(200);
	await exit;
	expect(steps).toEqual(['unmounted', 'restored', 'exit 0']);
});

test('several reasons to end are one end, and what is forgotten is not run', async () => {
	guard.onExit(slowly('shell', 100));
	guard.onExit(() => steps.push('forgotten'))();
	const exits = [guard.exit(129), guard.exit(0)];
	guard.hangUp();
	await vi.advanceTimersByTimeAsync(100);
	await Promise.all(exits);
	expect(steps).toEqual(['unmounted', 'restored', 'shell', 'exit 129']);
});
