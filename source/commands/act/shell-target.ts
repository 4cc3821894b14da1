import type {Container} from '../../model/container.ts';
import {qualifiedName} from '../../model/container-facts.ts';
import type {ShellTarget} from '../../model/shell-request.ts';
import type {ActionTarget} from '../../store/act/action-request.ts';
import {stillThere} from '../../store/act/action-targets.ts';
import type {State} from '../../store/state.ts';

export const shellTarget = (container: Container): ShellTarget => ({
	ref: container.ref,
	title: qualifiedName(container),
});

/** What a menu or a form is about, where it is still there. */
export const targetOf = (
	state: State,
	targets: readonly ActionTarget[],
): ShellTarget | undefined => {
	const [container] = stillThere(state, targets);
	return container && shellTarget(container);
};
