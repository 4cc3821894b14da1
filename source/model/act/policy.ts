import type {Container} from '../container.ts';
import {isUp} from '../container.ts';
import {losesVolumes} from './consequences.ts';
import type {ActionVerb, ContainerAction} from './container-action.ts';
import type {WayIn} from './way-in.ts';

/** What stands between a key and what it does: nothing, a question, a question that wants the name typed. */
export const cautions = ['never', 'ask', 'name'] as const;
export type Caution = (typeof cautions)[number];

export interface ActionPolicy {
	/** As the user has it; what is not there is as usual. */
	readonly confirm: Readonly<Partial<Record<ActionVerb | WayIn, Caution>>>;
	/**
	 * Engines where every action wants the name, and a shell is asked about: addresses or contexts, a `*` at
	 * an end for anything.
	 */
	readonly protected: readonly string[];
}

export const usualPolicy: ActionPolicy = {confirm: {}, protected: []};

/** How carefully an action is asked about; of several at least a question is asked, whatever is configured. */
export const cautionOf = (
	policy: ActionPolicy,
	action: ContainerAction,
	{
		containers,
		isProtected,
	}: {
		readonly containers: readonly Container[];
		readonly isProtected: boolean;
	},
): Caution => {
	if (isProtected) return 'name';
	const caution = policy.confirm[action.verb] ?? usualCaution(action, containers);
	return caution === 'never' && containers.length > 1 ? 'ask' : caution;
};

/** What cannot be undone wants more than a letter. */
const usualCaution = (action: ContainerAction, containers: readonly Container[]): Caution => {
	if (action.verb !== 'remove') return 'ask';
	const loses = action.volumes === true && containers.some(losesVolumes);
	return loses || containers.some(isUp) ? 'name' : 'ask';
};

/**
 * The same for a way into a container. Who opens a shell has chosen that with a key of its own, and does
 * something only by what is typed then; a file that is put into a container is there at once.
 */
export const cautionOfWayIn = (
	{confirm}: ActionPolicy,
	way: WayIn,
	{isProtected}: {readonly isProtected: boolean},
): Caution => {
	const caution = confirm[way] ?? (way === 'copyIn' ? 'ask' : 'never');
	if (!isProtected || caution === 'name') return caution;
	return way === 'copyIn' || way === 'debug' ? 'name' : 'ask';
};

/** Whether an engine is among the protected ones. */
export const isProtectedHost = (
	policy: ActionPolicy,
	{url, context}: {readonly url: string; readonly context?: string},
): boolean => policy.protected.some(pattern => fits(pattern, url) || fits(pattern, context ?? ''));

/** Letter by letter, but for a `*` at an end. */
const fits = (pattern: string, text: string): boolean => {
	const [start, end] = [pattern.startsWith('*'), pattern.endsWith('*')];
	const middle = pattern.slice(start ? 1 : 0, end && pattern.length > 1 ? -1 : undefined);
	if (text === '') return false;
	if (start && end) return text.includes(middle);
	if (start) return text.endsWith(middle);
	return end ? text.startsWith(middle) : text === pattern;
};
