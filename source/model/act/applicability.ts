import type {Container} from '../container.ts';
import {isRunning, isUp} from '../container.ts';
import type {ActionVerb} from './container-action.ts';

/** Why a container cannot be treated so, from its state alone, as the end of `shop/api …`; undefined where it can. */
export const whyNotAct = (
	verb: ActionVerb,
	container: Pick<Container, 'state'>,
): string | undefined => {
	if (container.state === 'removing') return 'is being removed';
	return reasons[verb](container as Container);
};

type Reason = (container: Container) => string | undefined;

const always: Reason = () => undefined;

const reasons: Readonly<Record<ActionVerb, Reason>> = {
	start({state}) {
		if (state === 'paused') return 'is paused: unpause it';
		return state === 'running' || state === 'restarting' ? 'runs already' : undefined;
	},
	stop: container => (isUp(container) ? undefined : 'does not run'),
	restart: always,
	pause({state}) {
		if (state === 'paused') return 'is paused already';
		return state === 'running' ? undefined : 'does not run';
	},
	unpause: ({state}) => (state === 'paused' ? undefined : 'is not paused'),
	kill: container => (isRunning(container) ? undefined : 'does not run'),
	remove: always,
	rename: always,
	update: ({state}) => (state === 'dead' ? 'is dead and can only be removed' : undefined),
};
