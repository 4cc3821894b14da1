import type {Caution} from '../../model/act/policy.ts';
import {cautionOfWayIn} from '../../model/act/policy.ts';
import {debugCommand, execCommand, isRootUser, type WayIn} from '../../model/act/way-in.ts';
import type {Container} from '../../model/container.ts';
import {refKey, shortId} from '../../model/ids.ts';
import {maskSecrets} from '../../model/secrets.ts';
import type {ShellRequest, ShellTarget} from '../../model/shell-request.ts';
import type {Confirm, ConfirmRequest, Overlay} from '../../store/overlay.ts';
import type {State} from '../../store/state.ts';
import type {CommandContext} from '../command.ts';
import {describe, isProtected, protectedLine} from './ask-action.ts';
import {doConfirmed} from './confirmed.ts';

type WayRequest = Extract<ConfirmRequest, {kind: 'shell' | 'attach' | 'debug' | 'split'}>;

/** Lets somebody into a container, at once or after the question that the policy wants. */
export const askWayIn = (context: CommandContext, request: WayRequest): void => {
	const {state, dispatch, nowMillis} = context;
	const {ref, title} = targetOf(request);
	const container = state.containers.byKey.get(refKey(ref));
	if (container === undefined) {
		const text = `${title} is gone`;
		dispatch({type: 'message/added', level: 'info', text, atMillis: nowMillis});
		return;
	}
	const confirm = confirmOf(state, container, request);
	const caution = cautionOfWayIn(state.policy, wayOf(request), {isProtected: isProtected(state)});
	if (caution === 'never') doConfirmed(context, confirm);
	else {
		const overlay = questionOf(confirm, {caution, expected: container.name, nowMillis});
		dispatch({type: 'overlay/opened', overlay});
	}
};

/** The overlay that asks, as carefully as the policy wants it. */
export const questionOf = (
	confirm: Confirm,
	{
		caution,
		expected,
		nowMillis: sinceMillis,
	}: {
		readonly caution: Exclude<Caution, 'never'>;
		/** What is typed for a yes. */
		readonly expected: string;
		readonly nowMillis: number;
	},
): Overlay =>
	caution === 'name'
		? {kind: 'confirm-name', confirm, expected, text: '', sinceMillis}
		: {kind: 'confirm', confirm, sinceMillis};

/** Which engine it is: nobody should take one for another. */
export const engineLine = (state: State): readonly string[] => {
	const {url, context} = state.endpoint;
	if (isProtected(state)) return protectedLine(state);
	return [`The engine is ${url}${context === undefined ? '' : `, of context ${context}`}.`];
};

const targetOf = (request: WayRequest): ShellTarget =>
	request.kind === 'attach' ? request.target : request.request.target;

const wayOf = (request: WayRequest): WayIn => {
	if (request.kind === 'attach' || request.kind === 'debug') return request.kind;
	return request.kind === 'shell' && isRootUser(request.request.user) ? 'rootShell' : 'shell';
};

const confirmOf = (state: State, container: Container, request: WayRequest): Confirm => {
	const {title, sentence, command} = wordsOf(request);
	const lines = [describe(container), ...engineLine(state), sentence];
	return {title, named: 1, lines, request, ...(hasSecret(command) ? {} : {commands: [command]})};
};

/** What is on the screen is not what is done any more once a part of it is covered. */
const hasSecret = (command: readonly string[]): boolean => {
	const text = command.join(' ');
	return maskSecrets(text) !== text;
};

interface WayWords {
	readonly title: string;
	/** What may come of it. */
	readonly sentence: string;
	readonly command: readonly string[];
}

const wordsOf = (request: WayRequest): WayWords => {
	const {ref, title} = targetOf(request);
	switch (request.kind) {
		case 'shell':
			return shellWords(request.request);
		case 'attach':
			return {
				title: `Attach to ${title}?`,
				sentence: 'Keys go to its first process: Ctrl-C may end it, and the container with it.',
				command: ['docker', 'attach', shortId(ref.id)],
			};
		case 'debug': {
			const {image} = request.request;
			return {
				title: `Debug container beside ${title}?`,
				sentence: `Makes a container of ${image} that shares its processes and network and may trace them; it is removed at its end.`,
				command: debugCommand(ref.id, image),
			};
		}
		case 'split':
			return {
				title: `Shell in ${title}, in a new ${request.request.where} of tmux?`,
				sentence: 'What is typed there is done in the container.',
				command: execCommand(ref.id, {}),
			};
	}
};

const shellWords = ({target, ...choice}: ShellRequest): WayWords => {
	const {argv, user} = choice;
	const as = user === undefined ? '' : ` as ${isRootUser(user) ? 'root' : user}`;
	const command = execCommand(target.ref.id, choice);
	if (argv === undefined) {
		const what = isRootUser(user) ? 'Root shell' : 'Shell';
		return {
			title: `${what} in ${target.title}?`,
			sentence: `What is typed there is done in the container${as}.`,
			command,
		};
	}
	const sentence = `Runs ${maskSecrets(argv.join(' '))}${as}.`;
	return {title: `Run ${argv[0]} in ${target.title}?`, sentence, command};
};
