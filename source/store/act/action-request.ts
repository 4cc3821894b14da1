import type {ContainerAction} from '../../model/act/container-action.ts';
import type {Seen} from '../../model/act/still-meant.ts';
import type {Container} from '../../model/container.ts';
import {qualifiedName} from '../../model/container-facts.ts';
import type {ContainerRef} from '../../model/ids.ts';
import {known} from '../../model/known.ts';

export interface ActionRequest {
	readonly action: ContainerAction;
	readonly targets: readonly ActionTarget[];
}

/** A container as it was when the user was asked: what is done to it must still mean the same. */
export interface ActionTarget {
	readonly ref: ContainerRef;
	/** As the question called it; foreign text. */
	readonly name: string;
	readonly seen: Seen;
}

export const actionTarget = (container: Container): ActionTarget => {
	const {ref, state, details} = container;
	return {
		ref,
		name: qualifiedName(container),
		seen: {
			state,
			...known('startedAtMillis', details?.startedAtMillis),
			...known('restartCount', details?.restartCount),
		},
	};
};
