import {fitLine} from '../../../format/line.ts';
import {cleanText} from '../../../format/sanitise.ts';
import type {Line, Token} from '../../../format/span.ts';
import {textWidth} from '../../../format/width.ts';
import type {Variable, VariableOrigin} from '../../../model/environment.ts';
import {cover, maskValue} from '../../../model/secrets.ts';
import {selectVariables} from '../../../store/detail/select-variables.ts';
import type {View} from '../../view.ts';
import {bold, plain, styled} from '../../widgets/spans.ts';
import {wrapExact} from '../../widgets/wrap.ts';
import {ofContainer, ofLoaded, words} from './loaded.ts';
import type {TabBody, TabSpec} from './tab.ts';

/** The environment, secrets covered, and who set each variable. */
export const envTab: TabSpec = {
	short: 'Env',
	needs: ['setup', 'image'],
	inputs: ({state}) => [state.detail.revealed, state.containers.byKey, state.connection.status],
	body: (view, width) =>
		ofContainer(view, width, 'the environment is that of one container: choose one', () =>
			ofLoaded(view, width, 'setup', () => drawn(view, width)),
		),
	right: view => [shownSpans(view), coveredSpans(view)],
};

const drawn = (view: View, width: number): TabBody => {
	const variables = selectVariables(view.state) ?? [];
	if (variables.length === 0) return words('It was given no variables.', width);
	const plan = planOf(variables, width);
	const lines: Line[] = [];
	const items: number[] = [];
	for (const variable of variables) {
		items.push(lines.length);
		lines.push(...variableLines(view, variable, plan));
	}
	return {head: headOf(plan), lines, items};
};

interface Plan {
	readonly name: number;
	readonly value: number;
	/** 0: in the line of the name, because the value has its own. */
	readonly origin: number;
}

const gap = 2;
const leastWide = 50;
const originCells = 8;
/** With what it was set over. */
const wideOriginCells = 18;

const planOf = (variables: readonly Variable[], width: number): Plan => {
	if (width < leastWide) return {name: width, value: width - gap, origin: 0};
	const longest = Math.max(4, ...variables.map(({name}) => textWidth(cleanText(name))));
	const name = Math.min(longest, Math.floor(width * 0.38));
	const isOver = variables.some(({isOverImage}) => isOverImage);
	const origin = isOver && width >= 100 ? wideOriginCells : originCells;
	return {name, value: width - name - origin - 2 * gap, origin};
};

const headOf = ({name, value, origin}: Plan): readonly Line[] =>
	origin === 0
		? []
		: [[styled('muted', `${'NAME'.padEnd(name + gap)}${'VALUE'.padEnd(value + gap)}FROM`)]];

const variableLines = (view: View, variable: Variable, plan: Plan): readonly Line[] => {
	const {symbols} = view;
	const isAscii = symbols.chart === 'ascii';
	const {text, token} = shownValue(view, variable);
	const values = wrapExact(text, plan.value, isAscii).map(part =>
		token === undefined ? plain(part) : styled(token, part),
	);
	const name = bold(variable.name);
	if (plan.origin === 0) {
		const first: Line = [name, plain('  '), ...originSpans(variable, symbols.unknown, false)];
		return [first, ...values.map((value): Line => [plain(' '.repeat(gap)), value])];
	}
	const rows = values.length === 0 ? [plain('')] : values;
	const blank = plain(' '.repeat(gap));
	return rows.map(
		(value, row): Line => [
			...fitLine(row === 0 ? [name] : [], plan.name, 'left', symbols.ellipsis),
			blank,
			...fitLine([value], plan.value),
			blank,
			...(row === 0 ? originSpans(variable, symbols.unknown, plan.origin > originCells) : []),
		],
	);
};

/** Covered, or open for a moment. */
const shownValue = (
	{state}: View,
	{name, value}: Variable,
): {readonly text: string; readonly token?: Token} => {
	const masked = maskValue(name, value);
	if (masked === value) return {text: value};
	if (state.detail.revealed?.name === name) return {text: value, token: 'warn'};
	return masked === cover ? {text: cover, token: 'muted'} : {text: masked};
};

const tokens: Readonly<Record<VariableOrigin, Token>> = {
	image: 'muted',
	compose: 'info',
	swarm: 'info',
	run: 'accent',
};

const originSpans = ({origin, isOverImage}: Variable, unknown: string, isWide: boolean): Line => {
	if (origin === undefined) return [styled('muted', unknown)];
	const over = isOverImage ? (isWide ? ' over image' : '+') : '';
	return [styled(tokens[origin], origin), ...(over === '' ? [] : [styled('muted', over)])];
};

/** How long a secret is still shown. */
export const shownSpans = ({state}: View): Line => {
	const {revealed} = state.detail;
	return revealed === undefined
		? []
		: [styled('warn', `secret shown ${Math.ceil(revealed.leftMillis / 1000)}s`, {bold: true})];
};

const coveredSpans = ({state}: View): Line => {
	const secrets = (selectVariables(state) ?? []).filter(
		({name, value}) => maskValue(name, value) !== value,
	);
	return secrets.length === 0 ? [] : [styled('muted', `${secrets.length} covered`)];
};
