import {formatBytes} from '../../../format/bytes.ts';
import type {Line} from '../../../format/span.ts';
import {commonOrigin} from '../../../model/usage.ts';
import type {View} from '../../view.ts';
import {bold, plain, styled} from '../../widgets/spans.ts';
import {crumbParts, viewsParts} from './crumbs.ts';

/** Parts of the header in order of importance, each with its space. */
interface HeaderParts {
	/** The name of the engine, and what one has to know of it. */
	readonly engine: readonly Line[];
	/** What is open of it. */
	readonly crumbs: readonly Line[];
	/** Where it is, where that is not the usual place. */
	readonly where: readonly Line[];
	/** The longest first. */
	readonly views: readonly Line[];
	readonly others: readonly Line[];
}

/** Which engine it is, what of it is open, where it is, and on what machine. */
export const headerParts = (view: View): HeaderParts => {
	const crumbs = crumbParts(view);
	const path = {engine: [nameLine(view), ...forbiddenParts(view)], crumbs, where: []};
	if (view.size === 'XS') return {...path, views: [], others: []};
	const version = versionLine(view);
	if (view.size === 'S')
		return {
			...path,
			views: viewsParts(view).slice(-1),
			others: [version, machineLine(view, '')],
		};
	const {engine, host} = view.state;
	const memory = formatBytes(host?.memoryTotalBytes ?? engine?.memoryTotalBytes);
	const where = [whereLine(view)];
	const isUsual = view.state.endpoint.source === 'default socket';
	return {
		...path,
		where: isUsual ? [] : where,
		views: viewsParts(view),
		others: [
			version,
			...(isUsual && crumbs.length === 0 ? where : []),
			weak(engine && `api ${engine.apiVersion}`),
			weak(statsText(view)),
			machineLine(view, ` ${memory}`),
			weak(engine?.operatingSystem),
		],
	};
};

/** What is missing for want of permission, so that nobody takes it for a defect. */
const forbiddenParts = ({state: {forbidden}}: View): readonly Line[] =>
	forbidden.length === 0 ? [] : [[styled('warn', `forbidden: ${forbidden.join(' ')}  `)]];

const statsTexts = {cgroup: 'stats cgroup', api: 'stats api', mixed: 'stats cgroup and api'};

/** How the figures are read, which is what they cost the engine. */
const statsText = ({state}: View): string | undefined => {
	const origin = commonOrigin(state.usages.values());
	return origin && statsTexts[origin];
};

const weak = (text: string | undefined): Line => (text ? [styled('muted', `${text}  `)] : []);

const engineName = ({state}: View): string =>
	state.endpoint.context ?? state.engine?.name ?? state.endpoint.url;

/** With two blanks behind it: what comes next is of its own. */
const nameLine = (view: View): Line => [
	bold(' dockmon '),
	// Before the name, which may fill the line.
	...(view.state.isReadOnly ? [plain('read-only ')] : []),
	styled('muted', `${view.symbols.closed} `),
	...(view.state.endpoint.isDemo
		? [styled('warn', ' DEMO ', {reverse: true}), plain(' ')]
		: [styled('accent', engineName(view)), plain(' ')]),
	plain(' '),
];

const whereLine = (view: View): Line => {
	const {url, source, isDemo} = view.state.endpoint;
	if (isDemo || url === engineName(view)) return [];
	return weak(`(${url}${source === 'default socket' ? '' : `, ${source}`})`);
};

/** Without what a distribution appends: `20.10.24+dfsg1` is 20.10.24. */
const versionLine = ({state, symbols}: View): Line => {
	if (state.engine === undefined) return [];
	const {product, version} = state.engine;
	return [plain(`${product} ${version?.split(/[+~]/)[0] ?? symbols.unknown}  `)];
};

const machineLine = ({state}: View, memory: string): Line => {
	const cpus = state.host?.cpus ?? state.engine?.cpus;
	return cpus === undefined ? [] : [plain(`${cpus} cpu${memory}  `)];
};
