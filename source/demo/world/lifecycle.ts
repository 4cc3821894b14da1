import {currentRun, type DemoContainer, isAlive, type Run} from './container.ts';
import {containerEvent} from './container-events.ts';
import {beginProbes} from './health.ts';
import {cancelPlans, plan} from './plans.ts';
import {randomFor} from './random.ts';
import {seconds} from './spec.ts';
import type {Timeline} from './timeline.ts';

/** The real engine waits up to a minute between two crashes; a demo is watched for a shorter time. */
const longestBackoffMillis = 12 * seconds;
/** A run that lasted so long starts the back-off anew. */
const stableAfterMillis = 10 * seconds;
/** Enough for a log that spans some restarts. */
const keptRuns = 40;
/** What the kernel takes for SIGKILL. */
const killMillis = 30;

const defaultStopMillis = 400;

/** A start by hand; it forgets earlier crashes. */
export const startContainer = (time: Timeline, container: DemoContainer): void => {
	container.restartCount = 0;
	launch(time, container);
};

/** A new run of the program, whoever wanted it. */
export const launch = (time: Timeline, container: DemoContainer): void => {
	cancelPlans(container);
	container.state = 'running';
	container.isStoppedByHand = false;
	container.exitCode = 0;
	container.oomKilled = false;
	container.pid = randomFor(`pid ${container.id} ${time.nowMillis}`).integer(2_000, 60_000);
	container.runs.push({startedAtMillis: time.nowMillis, pauses: []});
	if (container.runs.length > keptRuns) container.runs.shift();
	containerEvent(time, container, 'start');
	beginProbes(time, container);
	planCrash(time, container);
};

/** For a program that fails by itself. */
const planCrash = (time: Timeline, container: DemoContainer): void => {
	const {crash} = container.spec;
	if (!crash) return;
	plan(time, container, crash.afterMillis, () => {
		container.oomKilled = crash.isOutOfMemory ?? false;
		if (container.oomKilled) containerEvent(time, container, 'oom');
		endRun(time, container, container.oomKilled ? 'killed' : 'crashed', crash.exitCode);
	});
};

/** Resolves when the container is down; at once when it already was. */
export const stopContainer = (
	time: Timeline,
	container: DemoContainer,
	timeoutSeconds: number,
): Promise<void> => {
	if (container.stopping) return container.stopping;
	if (container.state === 'restarting') settleRestarting(time, container);
	if (!isAlive(container)) return Promise.resolve();
	container.isStoppedByHand = true;
	const stopping = terminate(time, container, timeoutSeconds).then(() => {
		delete container.stopping;
		if (!container.isRemoved) containerEvent(time, container, 'stop');
	});
	container.stopping = stopping;
	return stopping;
};

/** SIGTERM, and SIGKILL when the program has not heeded it by then. */
const terminate = async (
	time: Timeline,
	container: DemoContainer,
	timeoutSeconds: number,
): Promise<void> => {
	const needed = container.spec.stopMillis ?? defaultStopMillis;
	const allowed = timeoutSeconds < 0 ? Number.POSITIVE_INFINITY : timeoutSeconds * seconds;
	if (container.state === 'paused') unpauseContainer(time, container);
	containerEvent(time, container, 'kill', {signal: '15'});
	await time.sleep(Math.min(needed, allowed));
	if (!isAlive(container)) return;
	if (needed <= allowed) return endRun(time, container, 'stopped', 0);
	containerEvent(time, container, 'kill', {signal: '9'});
	await time.sleep(killMillis);
	if (isAlive(container)) endRun(time, container, 'killed', 137);
};

export const restartContainer = async (
	time: Timeline,
	container: DemoContainer,
	timeoutSeconds: number,
): Promise<void> => {
	await stopContainer(time, container, timeoutSeconds);
	await time.sleep(90);
	if (container.isRemoved) return;
	if (!isAlive(container)) startContainer(time, container);
	containerEvent(time, container, 'restart');
};

/** Signals that the programs here end at. Servers read their configuration again at a HUP. */
const deadlySignals = new Set([2, 3, 6, 9, 11, 15]);

export const killContainer = async (
	time: Timeline,
	container: DemoContainer,
	signal: number,
): Promise<void> => {
	containerEvent(time, container, 'kill', {signal: String(signal)});
	if (!deadlySignals.has(signal)) return;
	container.isStoppedByHand = true;
	await time.sleep(killMillis);
	if (!isAlive(container)) return;
	if (container.state === 'paused') unpauseContainer(time, container);
	endRun(time, container, signal === 15 ? 'stopped' : 'killed', 128 + signal);
};

export const pauseContainer = (time: Timeline, container: DemoContainer): void => {
	container.state = 'paused';
	currentRun(container)?.pauses.push({fromMillis: time.nowMillis});
	containerEvent(time, container, 'pause');
};

export const unpauseContainer = (time: Timeline, container: DemoContainer): void => {
	container.state = 'running';
	const pause = currentRun(container)?.pauses.at(-1);
	if (pause) pause.toMillis = time.nowMillis;
	containerEvent(time, container, 'unpause');
};

/** The program has ended: `die`, and by the restart policy a new start is planned. */
const endRun = (
	time: Timeline,
	container: DemoContainer,
	ending: NonNullable<Run['ending']>,
	exitCode: number,
): void => {
	cancelPlans(container);
	const run = currentRun(container);
	const ranMillis = run ? time.nowMillis - run.startedAtMillis : 0;
	if (run) {
		run.endedAtMillis = time.nowMillis;
		run.ending = ending;
	}
	container.state = 'exited';
	container.exitCode = exitCode;
	container.finishedAtMillis = time.nowMillis;
	container.pid = 0;
	if (wantsRestart(container)) planRestart(time, container, ranMillis);
	containerEvent(time, container, 'die', {
		execDuration: String(Math.floor(ranMillis / seconds)),
		exitCode: String(exitCode),
	});
};

const wantsRestart = ({
	restartPolicy,
	restartRetries,
	restartCount,
	isStoppedByHand,
	exitCode,
}: DemoContainer): boolean =>
	!isStoppedByHand &&
	(restartPolicy === 'always' ||
		restartPolicy === 'unless-stopped' ||
		(restartPolicy === 'on-failure' &&
			exitCode !== 0 &&
			(restartRetries === 0 || restartCount < restartRetries)));

const planRestart = (time: Timeline, container: DemoContainer, ranMillis: number): void => {
	container.state = 'restarting';
	container.restartCount++;
	const crashes = ranMillis >= stableAfterMillis ? 0 : container.restartCount;
	const backoffMillis = Math.min(longestBackoffMillis, 100 * 2 ** crashes);
	plan(time, container, backoffMillis, () => launch(time, container));
};

/** Between two runs there is nothing to stop, only the next start to call off. */
const settleRestarting = (time: Timeline, container: DemoContainer): void => {
	cancelPlans(container);
	container.isStoppedByHand = true;
	container.state = 'exited';
	containerEvent(time, container, 'stop');
};
