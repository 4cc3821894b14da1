import type {Cancel} from './agenda.ts';
import {hexFor} from './random.ts';
import type {ContainerSpec, LimitsSpec, RestartPolicyName} from './spec.ts';

type DemoState = 'created' | 'running' | 'paused' | 'restarting' | 'exited';

/** One life of the program, from a start to its end. */
export interface Run {
	readonly startedAtMillis: number;
	endedAtMillis?: number;
	/** How it ended, which decides its last words. */
	ending?: 'stopped' | 'crashed' | 'killed';
	/** Spans in which the processes were frozen; the last one may be open. */
	readonly pauses: {readonly fromMillis: number; toMillis?: number}[];
}

interface ProbeResult {
	readonly startMillis: number;
	readonly endMillis: number;
	readonly exitCode: number;
	readonly output: string;
}

interface DemoHealth {
	status: 'starting' | 'healthy' | 'unhealthy';
	failingStreak: number;
	/** The last five. */
	log: ProbeResult[];
}

/** A container of the world. Only `lifecycle.ts` and `health.ts` change it. */
export interface DemoContainer {
	readonly spec: ContainerSpec;
	readonly id: string;
	readonly createdAtMillis: number;
	/** Names its streams of chance. */
	readonly key: string;
	/** Oldest first; the last one goes on while the container runs. */
	readonly runs: Run[];
	name: string;
	state: DemoState;
	pid: number;
	finishedAtMillis?: number;
	exitCode: number;
	oomKilled: boolean;
	restartCount: number;
	limits: LimitsSpec;
	restartPolicy: RestartPolicyName;
	/** With `on-failure`: at most so often; 0 for as often as it takes. */
	restartRetries: number;
	health?: DemoHealth;
	/** Stopped on purpose: the restart policy does not apply. */
	isStoppedByHand: boolean;
	isRemoved: boolean;
	/** What its own life has on the agenda: probes, crash, restart. */
	readonly plans: Set<Cancel>;
	/** While a stop is under way: settles when it is done. */
	stopping?: Promise<void>;
}

export const isAlive = (container: DemoContainer): boolean =>
	container.state === 'running' || container.state === 'paused';

export const currentRun = (container: DemoContainer): Run | undefined => container.runs.at(-1);

/** Milliseconds since the last start; undefined without a process. */
export const ageAt = (container: DemoContainer, nowMillis: number): number | undefined => {
	const run = currentRun(container);
	return run && isAlive(container) ? nowMillis - run.startedAtMillis : undefined;
};

/** A container that was created but never started. */
export const makeContainer = (
	spec: ContainerSpec,
	seed: string,
	createdAtMillis: number,
): DemoContainer => {
	const key = `${seed} ${spec.name}`;
	return {
		spec,
		id: hexFor(`container ${key}`),
		key,
		createdAtMillis,
		runs: [],
		name: spec.name,
		state: 'created',
		pid: 0,
		exitCode: 0,
		oomKilled: false,
		restartCount: 0,
		limits: spec.limits ?? {},
		restartPolicy: spec.restartPolicy ?? 'no',
		restartRetries: 0,
		isStoppedByHand: false,
		isRemoved: false,
		plans: new Set(),
	};
};
