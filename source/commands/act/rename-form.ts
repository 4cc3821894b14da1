import type {Container} from '../../model/container.ts';
import {qualifiedName} from '../../model/container-facts.ts';
import {actionTarget} from '../../store/act/action-request.ts';
import {stillThere} from '../../store/act/action-targets.ts';
import type {CommandContext} from '../command.ts';
import {argvFor, askAction} from './ask-action.ts';
import type {FormSpec} from './form-spec.ts';

export const openRename = ({dispatch}: CommandContext, container: Container): void => {
	const {name} = container;
	const form = {
		purpose: 'rename',
		title: `Rename ${qualifiedName(container)}`,
		fields: [{id: 'name', label: 'new name', text: name, hint: 'letters, digits, _ . -'}],
		targets: [actionTarget(container)],
	} as const;
	dispatch({type: 'overlay/opened', overlay: {kind: 'form', form, index: 0, text: name}});
};

/** What the engine takes. */
const soundName = /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/;

export const renameForm: FormSpec = {
	check({name = ''}, {targets}, state) {
		const [target] = stillThere(state, targets);
		if (!soundName.test(name))
			return {name: 'two or more letters, digits, _ . - and no sign in front'};
		if (name === target?.name) return {name: 'that is its name already'};
		const other = [...state.containers.byKey.values()].find(each => each.name === name);
		return other === undefined ? {} : {name: `another container is called so (${other.state})`};
	},
	argv: ({name = ''}, {targets}, state) =>
		argvFor({verb: 'rename', name}, stillThere(state, targets)),
	submit(context, {name = ''}, {targets}) {
		const containers = stillThere(context.state, targets);
		askAction(context, {verb: 'rename', name}, {containers, whose: ''});
	},
};
