import type {ActionOutcome} from '../../model/act/action-outcome.ts';
import type {ContainerAction} from '../../model/act/container-action.ts';
import {isProved, sayFound} from '../../model/act/proof.ts';
import type {ContainerDetails} from '../../model/container.ts';
import {EngineError, type EngineErrorKind, isAbortError} from '../../model/engine-error.ts';
import type {ContainerRef} from '../../model/ids.ts';
import type {Failure} from '../../store/failure.ts';
import {toFailure} from '../failure.ts';
import type {TaskContext} from './task-context.ts';

interface Attempt {
	readonly action: ContainerAction;
	readonly ref: ContainerRef;
	/** As it was before. */
	readonly before: ContainerDetails;
	/** What the engine layer rejected with. */
	readonly error: unknown;
}

/** No answer is not a no: the engine may have done it, or be about to. */
const answerless: ReadonlySet<EngineErrorKind> = new Set(['timeout', 'unreachable', 'protocol']);

/**
 * What became of an action that did not succeed, looking at the container again where that tells.
 * Undefined when nobody listens any more. Never rejects.
 */
export const findOut = async (
	context: TaskContext,
	attempt: Attempt,
): Promise<ActionOutcome | 'done' | undefined> => {
	const {action, before, error} = attempt;
	const failure = toFailure(error);
	const reason = failure.message;
	if (isUnsent(error)) return {kind: 'failed', reason: `${reason}; nothing was sent`};
	const isAnswerless = answerless.has(failure.kind) || isOfGateway(error);
	if (!isAnswerless && failure.kind !== 'not-found')
		return {kind: 'failed', reason: withHint(failure)};
	const after = await look(context, attempt.ref);
	if (after === 'left') return undefined;
	if (after === 'gone') return ofGone(action, isAnswerless, reason);
	// Of something else: an image, a network.
	if (!isAnswerless) return {kind: 'failed', reason};
	if (after === 'unknown') return {kind: 'unknown', reason};
	if (isProved(action, before, after)) return 'done';
	return {kind: 'unknown', reason, found: sayFound(action, after)};
};

const ofGone = (
	{verb}: ContainerAction,
	isAnswerless: boolean,
	reason: string,
): ActionOutcome | 'done' => {
	if (verb === 'remove') return isAnswerless ? 'done' : {kind: 'unchanged'};
	return isAnswerless
		? {kind: 'unknown', reason, found: 'it is gone now'}
		: {kind: 'refused', reason: 'it is gone'};
};

const isOfGateway = (error: unknown): boolean => error instanceof EngineError && error.isOfGateway;

const isUnsent = (error: unknown): boolean => error instanceof EngineError && error.isUnsent;

/** Who forbids it is not the engine, and its own words are often only `Forbidden`. */
const withHint = ({kind, message, hint}: Failure): string =>
	kind === 'permission' && hint !== undefined ? `${message}. ${hint}` : message;

const look = async (
	{engine, signal}: TaskContext,
	ref: ContainerRef,
): Promise<ContainerDetails | 'gone' | 'unknown' | 'left'> => {
	try {
		return await engine.inspect(ref, signal);
	} catch (error) {
		if (isAbortError(error)) return 'left';
		return toFailure(error).kind === 'not-found' ? 'gone' : 'unknown';
	}
};
