import {currentRun, type DemoContainer, isAlive, type Run} from './container.ts';
import {containerEvent} from './container-events.ts';
import {beginProbes} from './health.ts';
import {cancelPlans, plan} from './plans.ts';
import {randomFor} from './random.ts';
import {seconds} from './spec.ts';
import type {World} from './world.ts';

/** The real engine waits up to a minute between two crashes; a demo is watched for a shorter time. */
const longestBackoffMillis = 12 * seconds;
/** A run that lasted so long starts the back-off anew. */
const stableAfterMillis = 10 * seconds;
/** Enough for a log that spans some restarts. */
const keptRuns = 40;
/** What the kernel takes for SIGKILL. */
const killMillis = 30;

export const defaultStopMillis = 400;

/** A start by hand; it forgets earlier crashes. */
export const startContainer = (world: World, container: DemoContainer): void => {
	container.restartCount = 0;
	launch(world, container);
};

/** A new run of the program, whoever wanted it. */
export const launch = (world: World, container: DemoContainer): void => {
	cancelPlans(container);
	container.state = 'running';
	container.isStoppedByHand = false;
	container.exitCode = 0;
	container.oomKilled = false;
	container.pid = randomFor(`pid ${container.id} ${world.nowMillis}`).integer(2_000, 60_000);
	container.runs.push({startedAtMillis: world.nowMillis, pauses: []});
	if (container.runs.length > keptRuns) container.runs.shift();
	containerEvent(world, container, 'start');
	beginProbes(world, container);
	planCrash(world, container);
};

/** For a program that fails by itself. */
const planCrash = (world: World, container: DemoContainer): void => {
	const {crash} = container.spec;
	if (!crash) return;
	plan(world, container, crash.afterMillis, () => {
		container.oomKilled = crash.isOutOfMemory ?? false;
		if (container.oomKilled) containerEvent(world, container, 'oom');
		endRun(world, container, container.oomKilled ? 'killed' : 'crashed', crash.exitCode);
	});
};

/** Resolves when the container is down; at once when it already was. */
export const stopContainer = (
	world: World,
	container: DemoContainer,
	timeoutSeconds: number,
): Promise<void> => {
	if (container.stopping) return container.stopping;
	if (container.state === 'restarting') settleRestarting(world, container);
	if (!isAlive(container)) return Promise.resolve();
	container.isStoppedByHand = true;
	const stopping = terminate(world, container, timeoutSeconds).then(() => {
		delete container.stopping;
		if (world.has(container)) containerEvent(world, container, 'stop');
	});
	container.stopping = stopping;
	return stopping;
};

/** SIGTERM, and SIGKILL when the program has not heeded it by then. */
const terminate = async (
	world: World,
	container: DemoContainer,
	timeoutSeconds: number,
): Promise<void> => {
	const needed = container.spec.stopMillis ?? defaultStopMillis;
	const allowed = timeoutSeconds < 0 ? Number.POSITIVE_INFINITY : timeoutSeconds * seconds;
	if (container.state === 'paused') unpauseContainer(world, container);
	containerEvent(world, container, 'kill', {signal: '15'});
	await world.sleep(Math.min(needed, allowed));
	if (!isAlive(container)) return;
	if (needed <= allowed) return endRun(world, container, 'stopped', 0);
	containerEvent(world, container, 'kill', {signal: '9'});
	await world.sleep(killMillis);
	if (isAlive(container)) endRun(world, container, 'killed', 137);
};

export const restartContainer = async (
	world: World,
	container: DemoContainer,
	timeoutSeconds: number,
): Promise<void> => {
	await stopContainer(world, container, timeoutSeconds);
	await world.sleep(90);
	if (!world.has(container)) return;
	if (!isAlive(container)) startContainer(world, container);
	containerEvent(world, container, 'restart');
};

/** Signals that end a program which has no handler of its own. */
const deadlySignals = new Set([1, 2, 3, 6, 9, 11, 15]);

export const killContainer = async (
	world: World,
	container: DemoContainer,
	signal: number,
): Promise<void> => {
	containerEvent(world, container, 'kill', {signal: String(signal)});
	if (!deadlySignals.has(signal)) return;
	container.isStoppedByHand = true;
	await world.sleep(killMillis);
	if (!isAlive(container)) return;
	if (container.state === 'paused') unpauseContainer(world, container);
	endRun(world, container, signal === 15 ? 'stopped' : 'killed', 128 + signal);
};

export const pauseContainer = (world: World, container: DemoContainer): void => {
	container.state = 'paused';
	currentRun(container)?.pauses.push({fromMillis: world.nowMillis});
	containerEvent(world, container, 'pause');
};

export const unpauseContainer = (world: World, container: DemoContainer): void => {
	container.state = 'running';
	const pause = currentRun(container)?.pauses.at(-1);
	if (pause) pause.toMillis = world.nowMillis;
	containerEvent(world, container, 'unpause');
};

/** The program has ended: `die`, and by the restart policy a new start is planned. */
const endRun = (
	world: World,
	container: DemoContainer,
	ending: NonNullable<Run['ending']>,
	exitCode: number,
): void => {
	cancelPlans(container);
	const run = currentRun(container);
	const ranMillis = run ? world.nowMillis - run.startedAtMillis : 0;
	if (run) {
		run.endedAtMillis = world.nowMillis;
		run.ending = ending;
	}
	container.state = 'exited';
	container.exitCode = exitCode;
	container.finishedAtMillis = world.nowMillis;
	container.pid = 0;
	if (wantsRestart(container)) planRestart(world, container, ranMillis);
	containerEvent(world, container, 'die', {
		execDuration: String(Math.floor(ranMillis / seconds)),
		exitCode: String(exitCode),
	});
};

const wantsRestart = ({restartPolicy, isStoppedByHand, exitCode}: DemoContainer): boolean =>
	!isStoppedByHand &&
	(restartPolicy === 'always' ||
		restartPolicy === 'unless-stopped' ||
		(restartPolicy === 'on-failure' && exitCode !== 0));

const planRestart = (world: World, container: DemoContainer, ranMillis: number): void => {
	container.state = 'restarting';
	container.restartCount++;
	const crashes = ranMillis >= stableAfterMillis ? 0 : container.restartCount;
	const backoffMillis = Math.min(longestBackoffMillis, 100 * 2 ** crashes);
	plan(world, container, backoffMillis, () => launch(world, container));
};

/** Between two runs there is nothing to stop, only the next start to call off. */
const settleRestarting = (world: World, container: DemoContainer): void => {
	cancelPlans(container);
	container.isStoppedByHand = true;
	container.state = 'exited';
	containerEvent(world, container, 'stop');
};
