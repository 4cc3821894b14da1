import type {EngineEvent} from '../../source/model/engine-event.ts';
import type {HealthKind} from '../../source/model/health.ts';
import {refOf, startMillis} from './builders.ts';

const at = startMillis;

/** Something happened to a container: `start`, `rename`, `pause`. */
export const changed = (name: string, action = 'start'): EngineEvent => ({
	kind: 'container.changed',
	ref: refOf(name),
	atMillis: at,
	action,
});

export const died = (name: string): EngineEvent => ({
	kind: 'container.died',
	ref: refOf(name),
	atMillis: at,
});

export const destroyed = (name: string): EngineEvent => ({
	kind: 'container.destroyed',
	ref: refOf(name),
	atMillis: at,
});

export const probed = (name: string, health: HealthKind): EngineEvent => ({
	kind: 'container.health',
	ref: refOf(name),
	atMillis: at,
	health,
});
