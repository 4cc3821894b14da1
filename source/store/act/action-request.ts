import type {ContainerAction} from '../../model/act/container-action.ts';
import type {ContainerState} from '../../model/container.ts';
import type {ContainerKey} from '../../model/ids.ts';

export interface ActionRequest {
	readonly action: ContainerAction;
	readonly keys: readonly ContainerKey[];
}

/** A container as it was when somebody chose to do something to it: it may be another by the time it is done. */
export interface ActionTarget {
	readonly key: ContainerKey;
	/** The engine's full id. */
	readonly id: string;
	/** The engine's name. */
	readonly name: string;
	/** The name people use: `shop/api`. */
	readonly title: string;
	readonly seen: ContainerState;
	/** Undefined where it was not inspected. */
	readonly startedAtMillis?: number;
}
