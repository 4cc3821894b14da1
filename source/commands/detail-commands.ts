import type {Variable} from '../model/environment.ts';
import {maskValue} from '../model/secrets.ts';
import {selectVariables} from '../store/detail/select-variables.ts';
import {selectedContainer} from '../store/select-target.ts';
import type {State} from '../store/state.ts';
import type {Command, CommandContext} from './command.ts';

const whyNone = (state: State): string | undefined =>
	selectVariables(state)?.length ? undefined : 'there is no variable here';

const whyNoSizes = (state: State): string | undefined => {
	if (selectedContainer(state) === undefined) return 'select a container';
	if (state.connection.status !== 'live') return 'the engine does not answer';
	const {setup} = state.detail.data;
	const hasVolume = !('value' in setup) || setup.value.mounts.some(({type}) => type === 'volume');
	return hasVolume ? undefined : 'it has no volume';
};

/** The one under the cursor. */
const variable = ({state, tabMoves}: CommandContext): Variable | undefined =>
	selectVariables(state)?.[tabMoves.item() ?? -1];

/** Keys of single tabs. */
export const detailCommands: readonly Command[] = [
	{
		id: 'variable.reveal',
		title: 'Env: show the secret for ten seconds, or cover it',
		hint: 'show',
		group: 'look',
		scope: 'tab:env',
		keys: ['v'],
		footer: 15,
		disabled: whyNone,
		run(context) {
			const {state, dispatch, nowMillis} = context;
			const {name = '', value = ''} = variable(context) ?? {};
			if (maskValue(name, value) === value) {
				const text = `${name} is no secret and shown as it is`;
				dispatch({type: 'message/added', level: 'info', text, atMillis: nowMillis});
			} else if (name === state.detail.revealed?.name) dispatch({type: 'detail/revealed'});
			else dispatch({type: 'detail/revealed', name});
		},
	},
	{
		id: 'variable.copy',
		title: 'Env: copy the value, secret or not',
		hint: 'copy',
		group: 'look',
		scope: 'tab:env',
		keys: ['y'],
		footer: 16,
		disabled: whyNone,
		run(context) {
			const found = variable(context);
			if (found !== undefined) context.effects.copy(found.value, `the value of ${found.name}`);
		},
	},
	{
		id: 'volumes.size',
		title: 'Mounts: add up what the volumes take',
		hint: 'sizes',
		group: 'look',
		scope: 'tab:mounts',
		keys: ['u'],
		footer: 15,
		disabled: whyNoSizes,
		run: ({dispatch}) => dispatch({type: 'detail/asked', kind: 'volumes'}),
	},
];
