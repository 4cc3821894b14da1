import type {ContainerAction, RestartPolicy} from '../../model/act/container-action.ts';
import {actionTarget} from '../../store/act/action-request.ts';
import {stillThere} from '../../store/act/action-targets.ts';
import type {FormValues} from '../../store/act/form.ts';
import type {CommandContext} from '../command.ts';
import {type Acted, argvFor, askAction, sayActed} from './ask-action.ts';
import type {FormSpec} from './form-spec.ts';

const names = ['no', 'on-failure', 'unless-stopped', 'always'] as const;

/** With what it is now, where that is known and one. */
export const openRestartPolicy = ({dispatch}: CommandContext, acted: Acted): void => {
	const [only, another] = acted.containers;
	const now = another === undefined ? only?.details?.restartPolicy : undefined;
	const text = names.find(name => name === now) ?? 'no';
	const form = {
		purpose: 'restart-policy',
		title: `Restart policy of ${sayActed(acted)}`,
		fields: [
			{
				...{id: 'policy', label: 'policy', text, choices: names},
				hint: `when the engine starts it again${now === undefined || now === '' ? '' : `; now ${now}`}`,
			},
			{
				...{id: 'retries', label: 'retries', text: ''},
				hint: 'for on-failure: at most so often; empty for no limit',
			},
		],
		targets: acted.containers.map(actionTarget),
		subject: acted.whose,
	} as const;
	dispatch({type: 'overlay/opened', overlay: {kind: 'form', form, index: 0, text}});
};

const policyOf = ({policy = 'no', retries = ''}: FormValues): RestartPolicy => {
	if (policy === 'on-failure') return {name: policy, retries: Number(retries)};
	return {
		name: names.find(name => name !== 'on-failure' && name === policy) ?? 'no',
	} as RestartPolicy;
};

const actionOf = (values: FormValues): ContainerAction => ({
	verb: 'update',
	restartPolicy: policyOf(values),
});

export const restartPolicyForm: FormSpec = {
	check({policy, retries = ''}) {
		if (retries === '') return {};
		if (policy !== 'on-failure') return {retries: 'only on-failure counts them'};
		return /^\d{1,6}$/.test(retries) ? {} : {retries: 'a whole number'};
	},
	argv: (values, {targets}, state) => argvFor(actionOf(values), stillThere(state, targets)),
	submit(context, values, {targets, subject: whose = ''}) {
		const containers = stillThere(context.state, targets);
		askAction(context, actionOf(values), {containers, whose});
	},
};
