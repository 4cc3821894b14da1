import {currentRun, type DemoContainer} from './container.ts';
import {containerEvent} from './container-events.ts';
import {plan} from './plans.ts';
import {hexFor} from './random.ts';
import type {ProbeSpec} from './spec.ts';
import type {Timeline} from './timeline.ts';

/** While a container starts it is probed at least this often. */
export const startIntervalMillis = 2000;

/** A probe runs for a moment before its verdict. */
const probeMillis = 38;

const keptResults = 5;

/** Health back to `starting`, and the first probe planned. */
export const beginProbes = (time: Timeline, container: DemoContainer): void => {
	const {probe} = container.spec;
	if (!probe) return;
	container.health = {status: 'starting', failingStreak: 0, log: []};
	planProbe(time, container, probe, Math.min(probe.intervalMillis, startIntervalMillis));
};

/**
 * Health as it would be after a long life, without having probed all of it; the next probe comes
 * within one interval, at the container's own phase.
 */
export const assumeHealth = (time: Timeline, container: DemoContainer, ageMillis: number): void => {
	const {probe} = container.spec;
	if (!probe) return;
	const isReady = ageMillis >= probe.readyAfterMillis;
	const probed = Math.floor((ageMillis - probe.startPeriodMillis) / probe.intervalMillis);
	container.health = isReady
		? {status: 'healthy', failingStreak: 0, log: []}
		: {
				status: probed >= probe.retries ? 'unhealthy' : 'starting',
				failingStreak: Math.max(0, probed),
				log: [],
			};
	planProbe(time, container, probe, probe.intervalMillis - (ageMillis % probe.intervalMillis));
};

const planProbe = (
	time: Timeline,
	container: DemoContainer,
	probe: ProbeSpec,
	afterMillis: number,
): void => {
	plan(time, container, afterMillis, () => {
		// The engine does not probe what is frozen.
		if (container.state === 'running') judge(time, container, probe);
		const interval =
			container.health?.status === 'starting'
				? Math.min(probe.intervalMillis, startIntervalMillis)
				: probe.intervalMillis;
		planProbe(time, container, probe, interval);
	});
};

const judge = (time: Timeline, container: DemoContainer, probe: ProbeSpec): void => {
	const {health} = container;
	const run = currentRun(container);
	if (!health || !run) return;
	const ageMillis = time.nowMillis - run.startedAtMillis;
	const isPassing = ageMillis >= probe.readyAfterMillis;
	const exitCode = isPassing ? 0 : 1;
	emitProbe(time, container, probe, exitCode);
	health.log = [
		...health.log.slice(1 - keptResults),
		{
			startMillis: time.nowMillis - probeMillis,
			endMillis: time.nowMillis,
			exitCode,
			output: isPassing ? probe.passOutput : probe.failOutput,
		},
	];
	const before = health.status;
	if (isPassing) {
		health.failingStreak = 0;
		health.status = 'healthy';
	} else if (before !== 'starting' || ageMillis > probe.startPeriodMillis) {
		health.failingStreak++;
		if (health.failingStreak >= probe.retries) health.status = 'unhealthy';
	}
	if (health.status !== before) containerEvent(time, container, `health_status: ${health.status}`);
};

/** Every probe is an exec, with its three events: the noise a real engine makes. */
const emitProbe = (
	time: Timeline,
	container: DemoContainer,
	probe: ProbeSpec,
	exitCode: number,
): void => {
	const command = probe.test.slice(1).join(' ');
	const shown = probe.test[0] === 'CMD-SHELL' ? `/bin/sh -c ${command}` : command;
	const execID = hexFor(`probe ${container.id} ${time.nowMillis}`);
	containerEvent(time, container, `exec_create: ${shown}`, {execID});
	containerEvent(time, container, `exec_start: ${shown}`, {execID});
	containerEvent(time, container, 'exec_die', {execID, exitCode: String(exitCode)});
};
