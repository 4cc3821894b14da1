/** Last run of a health probe. */
export interface HealthProbe {
	readonly atMillis: number;
	readonly exitCode: number;
	/** What the probe printed; foreign text. */
	readonly output: string;
}

/** What the engine's health check says. `none`: the container has no check, which is not `healthy`. */
export type Health =
	| {readonly kind: 'none'}
	| {
			readonly kind: 'starting' | 'healthy' | 'unhealthy';
			/** Failed probes in a row; undefined where only the list was read. */
			readonly failingStreak?: number;
			readonly lastProbe?: HealthProbe;
	  };

export type HealthKind = Health['kind'];

export const noHealth: Health = {kind: 'none'};
