import {formatBytes} from '../../format/bytes.ts';
import type {LimitsChange} from '../../model/act/container-action.ts';
import {parseSize} from '../../model/act/parse-size.ts';
import {known} from '../../model/known.ts';
import {actionTarget} from '../../store/act/action-request.ts';
import {stillThere} from '../../store/act/action-targets.ts';
import type {FormValues} from '../../store/act/form.ts';
import type {CommandContext} from '../command.ts';
import {type Acted, argvFor, askAction, sayActed} from './ask-action.ts';
import type {FormSpec} from './form-spec.ts';

/** Empty fields leave what there is. */
export const openLimits = ({dispatch}: CommandContext, acted: Acted): void => {
	const [only, another] = acted.containers;
	const limits = another === undefined ? only?.details?.limits : undefined;
	const now = (value: string | undefined): string =>
		limits === undefined ? '' : `; now ${value ?? 'without'}`;
	const field = (id: string, label: string, hint: string) => ({id, label, hint, text: ''});
	const form = {
		purpose: 'limits',
		title: `Limits of ${sayActed(acted)}`,
		fields: [
			field('cpus', 'CPU', `cores, such as 1.5${now(limits?.cpus?.toString())}`),
			field(
				'memory',
				'memory',
				`such as 512m or 2g${now(limits?.memoryBytes === undefined ? undefined : formatBytes(limits.memoryBytes))}`,
			),
			field('pids', 'PIDs', `processes and threads, such as 200${now(limits?.pids?.toString())}`),
		],
		targets: acted.containers.map(actionTarget),
		subject: acted.whose,
	} as const;
	dispatch({type: 'overlay/opened', overlay: {kind: 'form', form, index: 0, text: ''}});
};

/** Docker refuses less. */
const leastMemoryBytes = 6 * 1024 ** 2;

const changeOf = ({cpus = '', memory = '', pids = ''}: FormValues): LimitsChange => ({
	...known('cpus', cpus === '' ? undefined : Number(cpus)),
	...known('memoryBytes', memory === '' ? undefined : parseSize(memory)),
	...known('pids', pids === '' ? undefined : Number(pids)),
});

export const limitsForm: FormSpec = {
	check(values) {
		const {cpus = '', memory = '', pids = ''} = values;
		const {memoryBytes} = changeOf(values);
		if ([cpus, memory, pids].every(text => text === ''))
			return {cpus: 'fill in what is to change; empty stays as it is'};
		return {
			...(/^(\d+(\.\d*)?|\.\d+)?$/.test(cpus) ? {} : {cpus: 'a number of cores, such as 1.5'}),
			...whyNoMemory(memory, memoryBytes),
			...(/^\d*$/.test(pids) ? {} : {pids: 'a whole number'}),
		};
	},
	argv: (values, {targets}, state) =>
		argvFor({verb: 'update', limits: changeOf(values)}, stillThere(state, targets)),
	submit(context, values, {targets, subject: whose = ''}) {
		const containers = stillThere(context.state, targets);
		askAction(context, {verb: 'update', limits: changeOf(values)}, {containers, whose});
	},
};

const whyNoMemory = (memory: string, bytes: number | undefined): Partial<FormValues> => {
	if (memory === '') return {};
	if (bytes === undefined) return {memory: 'a size, such as 512m or 2g'};
	return bytes > 0 && bytes < leastMemoryBytes ? {memory: 'at least 6m'} : {};
};
