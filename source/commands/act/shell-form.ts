import {execCommand} from '../../model/act/way-in.ts';
import type {Container} from '../../model/container.ts';
import {qualifiedName} from '../../model/container-facts.ts';
import {known} from '../../model/known.ts';
import type {ShellChoice} from '../../model/shell-request.ts';
import {splitWords} from '../../model/split-words.ts';
import {actionTarget} from '../../store/act/action-request.ts';
import type {FormValues} from '../../store/act/form.ts';
import type {CommandContext} from '../command.ts';
import {askWayIn} from './ask-way-in.ts';
import type {FormSpec} from './form-spec.ts';
import {targetOf} from './shell-target.ts';

/** Command, user, directory and environment; empty leaves it to the image. */
export const openShellForm = ({state, dispatch}: CommandContext, container: Container): void => {
	const {details} = container;
	const free = {text: '', isFree: true} as const;
	const users = ['', 'root', ...(details?.user ? [details.user] : [])];
	const directories = ['', details?.workingDirectory || '/', '/tmp'];
	const form = {
		purpose: 'shell',
		title: `Run in ${qualifiedName(container)}`,
		fields: [
			{
				...{...free, id: 'command', label: 'command'},
				choices: ['', ...state.shellHistory],
				hint: 'empty is a shell; no shell reads it: sh -c "…" does',
			},
			{
				...{...free, id: 'user', label: 'user', choices: [...new Set(users)]},
				hint: `such as root or 1000:1000${sayNow(details?.user)}`,
			},
			{
				...{...free, id: 'directory', label: 'directory', choices: [...new Set(directories)]},
				hint: `absolute${sayNow(details?.workingDirectory)}`,
			},
			{...free, id: 'environment', label: 'environment', hint: 'NAME=value OTHER="two words"'},
		],
		targets: [actionTarget(container)],
	} as const;
	dispatch({type: 'overlay/opened', overlay: {kind: 'form', form, index: 0, text: ''}});
};

const sayNow = (value: string | undefined): string => (value ? `; empty is ${value}` : '');

const openQuote = 'a quote is open';
const variable = /^[A-Za-z_][A-Za-z0-9_.]*=/;

export const shellForm: FormSpec = {
	check({command = '', user = '', directory = '', environment = ''}) {
		const problems: Record<string, string> = {};
		if (splitWords(command) === undefined) problems['command'] = openQuote;
		if (!/^([^\s:]+(:[^\s:]+)?)?$/.test(user))
			problems['user'] = 'a name or number, USER or USER:GROUP';
		if (directory !== '' && !directory.startsWith('/')) problems['directory'] = 'begins with /';
		const words = splitWords(environment);
		const odd = words?.find(word => !variable.test(word));
		if (words === undefined) problems['environment'] = openQuote;
		else if (odd !== undefined) problems['environment'] = `${odd} is not NAME=value`;
		return problems;
	},
	argv: (values, {targets}) => execCommand(targets[0]?.ref.id ?? '', choiceOf(values)),
	submit(context, values, {targets}) {
		const target = targetOf(context.state, targets);
		if (target === undefined) return;
		const {command = ''} = values;
		if (command.trim() !== '') context.dispatch({type: 'shell/remembered', text: command.trim()});
		askWayIn(context, {kind: 'shell', request: {target, ...choiceOf(values)}});
	},
};

const choiceOf = ({
	command = '',
	user = '',
	directory = '',
	environment = '',
}: FormValues): ShellChoice => {
	const argv = splitWords(command) ?? [];
	const env = splitWords(environment) ?? [];
	return {
		...known('argv', argv.length === 0 ? undefined : argv),
		...known('user', user || undefined),
		...known('workingDirectory', directory || undefined),
		...known('env', env.length === 0 ? undefined : env),
	};
};
