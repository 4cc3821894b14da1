/** Upper bounds; a field that is not there stays as it is. */
export interface LimitsChange {
	/** Cores, such as 0.5. Of each, 0 takes the limit away; where an engine cannot do that, all that the machine has. */
	readonly cpus?: number;
	readonly memoryBytes?: number;
	readonly pids?: number;
}

/** When the engine starts a container again by itself. */
export type RestartPolicy =
	| {readonly name: 'no' | 'always' | 'unless-stopped'}
	/** `retries`: at most so often; 0 for as often as it takes. */
	| {readonly name: 'on-failure'; readonly retries: number};

/** What can be done to a container, in Docker's words. */
export type ContainerAction =
	| {readonly verb: 'start' | 'stop' | 'restart' | 'pause' | 'unpause'}
	/** `signal`: such as `SIGHUP`; without one the engine sends SIGKILL. */
	| {readonly verb: 'kill'; readonly signal?: string}
	/** `force`: also when it runs. `volumes`: the anonymous ones too. */
	| {readonly verb: 'remove'; readonly force?: boolean; readonly volumes?: boolean}
	| {readonly verb: 'rename'; readonly name: string}
	| {
			readonly verb: 'update';
			readonly limits?: LimitsChange;
			readonly restartPolicy?: RestartPolicy;
	  };

export type ActionVerb = ContainerAction['verb'];
