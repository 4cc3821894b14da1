import {currentRun, type DemoContainer} from './container.ts';
import {containerEvent} from './container-events.ts';
import {plan} from './plans.ts';
import {hexFor} from './random.ts';
import type {ProbeSpec} from './spec.ts';
import type {World} from './world.ts';

/** While a container starts it is probed at least this often. */
export const startIntervalMillis = 2000;

/** A probe runs for a moment before its verdict. */
const probeMillis = 38;

const keptResults = 5;

/** Health back to `starting`, and the first probe planned. */
export const beginProbes = (world: World, container: DemoContainer): void => {
	const {probe} = container.spec;
	if (!probe) return;
	container.health = {status: 'starting', failingStreak: 0, log: []};
	planProbe(world, container, probe, Math.min(probe.intervalMillis, startIntervalMillis));
};

/**
 * Health as it would be after a long life, without having probed all of it; the next probe comes
 * within one interval, at the container's own phase.
 */
export const assumeHealth = (world: World, container: DemoContainer, ageMillis: number): void => {
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
	planProbe(world, container, probe, probe.intervalMillis - (ageMillis % probe.intervalMillis));
};

const planProbe = (
	world: World,
	container: DemoContainer,
	probe: ProbeSpec,
	afterMillis: number,
): void => {
	plan(world, container, afterMillis, () => {
		// The engine does not probe what is frozen.
		if (container.state === 'running') judge(world, container, probe);
		const interval =
			container.health?.status === 'starting'
				? Math.min(probe.intervalMillis, startIntervalMillis)
				: probe.intervalMillis;
		planProbe(world, container, probe, interval);
	});
};

const judge = (world: World, container: DemoContainer, probe: ProbeSpec): void => {
	const {health} = container;
	const run = currentRun(container);
	if (!health || !run) return;
	const ageMillis = world.nowMillis - run.startedAtMillis;
	const isPassing = ageMillis >= probe.readyAfterMillis;
	const exitCode = isPassing ? 0 : 1;
	emitProbe(world, container, probe, exitCode);
	health.log = [
		...health.log.slice(1 - keptResults),
		{
			startMillis: world.nowMillis - probeMillis,
			endMillis: world.nowMillis,
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
	if (health.status !== before) containerEvent(world, container, `health_status: ${health.status}`);
};

/** Every probe is an exec, with its three events: the noise a real engine makes. */
const emitProbe = (
	world: World,
	container: DemoContainer,
	probe: ProbeSpec,
	exitCode: number,
): void => {
	const command = probe.test.slice(1).join(' ');
	const shown = probe.test[0] === 'CMD-SHELL' ? `/bin/sh -c ${command}` : command;
	const execID = hexFor(`probe ${container.id} ${world.nowMillis}`);
	containerEvent(world, container, `exec_create: ${shown}`, {execID});
	containerEvent(world, container, `exec_start: ${shown}`, {execID});
	containerEvent(world, container, 'exec_die', {execID, exitCode: String(exitCode)});
};
