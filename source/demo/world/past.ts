import type {DemoContainer} from './container.ts';
import {assumeHealth} from './health.ts';
import {launch, pauseContainer} from './lifecycle.ts';
import {plan} from './plans.ts';
import {randomFor} from './random.ts';
import {type CrashSpec, seconds} from './spec.ts';
import type {Timeline} from './timeline.ts';

/** Between two starts of a program that always crashes, in the assumed past. */
const crashPauseMillis = 12 * seconds;
const mostAssumedCrashes = 20;

/**
 * Puts a new container where its past has brought it, at the instant at which the simulation
 * begins: shortly before `presentMillis`. A start that falls in between is planned, and happens.
 */
export const settle = (time: Timeline, container: DemoContainer, presentMillis: number): void => {
	const {past} = container.spec;
	container.restartCount = past.restartCount ?? 0;
	if (past.state === 'exited') settleExited(container, presentMillis);
	else if (container.spec.crash) settleCrashing(time, container, container.spec.crash);
	else if (past.state !== 'created') settleAlive(time, container, presentMillis);
};

const settleAlive = (time: Timeline, container: DemoContainer, presentMillis: number): void => {
	const {past} = container.spec;
	const startedAtMillis = presentMillis - past.ranForMillis;
	const ageMillis = time.nowMillis - startedAtMillis;
	if (ageMillis < 0) {
		time.after(-ageMillis, () => launch(time, container));
		return;
	}
	container.state = 'running';
	container.pid = randomFor(`pid ${container.id}`).integer(2_000, 60_000);
	container.runs.push({startedAtMillis, pauses: []});
	assumeHealth(time, container, ageMillis);
	if (past.state === 'paused') pauseContainer(time, container);
};

const settleExited = (container: DemoContainer, presentMillis: number): void => {
	const {past} = container.spec;
	const endedAtMillis = presentMillis - (past.exitedForMillis ?? 0);
	container.state = 'exited';
	container.exitCode = past.exitCode ?? 0;
	container.oomKilled = past.oomKilled ?? false;
	container.finishedAtMillis = endedAtMillis;
	container.runs.push({
		startedAtMillis: endedAtMillis - past.ranForMillis,
		endedAtMillis,
		ending: container.exitCode === 0 ? 'stopped' : 'killed',
		pauses: [],
	});
};

/** A row of crashes behind it, and the next start ahead. */
const settleCrashing = (time: Timeline, container: DemoContainer, crash: CrashSpec): void => {
	const cycle = crash.afterMillis + crashPauseMillis;
	const crashes = Math.min(mostAssumedCrashes, container.spec.past.restartCount ?? 0);
	const lastEnd = time.nowMillis - randomFor(`crash ${container.id}`).integer(1, 9) * seconds;
	for (let index = crashes - 1; index >= 0; index--) {
		const endedAtMillis = lastEnd - index * cycle;
		container.runs.push({
			startedAtMillis: endedAtMillis - crash.afterMillis,
			endedAtMillis,
			ending: 'crashed',
			pauses: [],
		});
	}
	container.state = 'restarting';
	container.exitCode = crash.exitCode;
	container.finishedAtMillis = lastEnd;
	plan(time, container, lastEnd + crashPauseMillis - time.nowMillis, () => launch(time, container));
};
