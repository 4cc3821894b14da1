import {planBulk} from '../../source/commands/act/plan-bulk.ts';
import {columnRows} from '../../source/commands/column-rows.ts';
import {namesNow} from '../../source/commands/palette/names-now.ts';
import {actionTarget} from '../../source/store/act/action-request.ts';
import type {BulkPlan} from '../../source/store/act/bulk-state.ts';
import type {Confirm, Overlay} from '../../source/store/overlay.ts';
import {columns} from '../../source/view/panes/list/columns.ts';
import {aLine, keyOf, ofProject, startMillis} from './builders.ts';
import {bulkWords} from './targets.ts';
import {scenes} from './view-states.ts';

export const confirm = (names: number): Confirm => ({
	title: `Restart ${names} containers of project shop?`,
	named: names,
	lines: [
		...Array.from({length: names}, (_, index) => `shop/worker-${index}  aac91a707528  running`),
		'Clients lose their connection for a moment. Data is kept.',
	],
	request: {
		kind: 'action',
		action: {verb: 'restart'},
		targets: [actionTarget(ofProject('shop', 'api'))],
	},
	commands: [['docker', 'restart', 'shop-api-1']],
});

/** A restart of a project in which one waits for another. */
const bulkPlan = (count: number): BulkPlan =>
	planBulk(
		{verb: 'restart'},
		Array.from({length: count}, (_, at) =>
			ofProject('shop', `service-${at}`, {
				labels:
					at === 0
						? {}
						: {'com.docker.compose.depends_on': `service-${at >> 1}:service_healthy:true`},
			}),
		),
		bulkWords('Restart', count),
	);

const web = actionTarget(ofProject('shop', 'web'));

/** One of each kind, with something in it. */
export const overlays: Readonly<Record<Overlay['kind'], Overlay>> = {
	entry: {
		...{kind: 'entry', top: 0},
		entry: {
			...{seq: 1, source: undefined, level: 'error'},
			line: aLine('{"msg":"out of stock","id":7}', startMillis),
			more: [aLine('and a line that goes on '.repeat(20), startMillis)],
		},
	},
	output: {kind: 'output', top: 0},
	file: {kind: 'file', top: 0},
	put: {kind: 'put', text: './a', key: keyOf('shop-api-1'), name: 'shop/api-1', folder: '/app'},
	path: {kind: 'path', text: '/etc/ho', key: keyOf('shop-api-1'), name: 'shop/api-1'},
	moment: {kind: 'moment', text: '10:42'},
	'compose-line': {
		...{kind: 'compose-line', verb: 'scale', project: 'shop', service: 'worker', text: '3'},
	},
	help: {kind: 'help', top: 0},
	keys: {kind: 'keys', top: 0, text: 'log'},
	palette: {
		...{kind: 'palette', text: 'sh'},
		names: namesNow(scenes.ready().state),
	},
	messages: {kind: 'messages', top: 0},
	sort: {kind: 'sort', index: 3},
	grouping: {kind: 'grouping', index: 1},
	label: {kind: 'label', text: 'com.example.team'},
	columns: {kind: 'columns', index: 2, rows: columnRows(columns, undefined)},
	take: {kind: 'take', verb: 'copy', index: 1},
	filter: {kind: 'filter', text: 'api', before: ''},
	find: {kind: 'find', text: 'port', before: {}},
	narrow: {kind: 'narrow', text: 'oom', before: ''},
	confirm: {kind: 'confirm', confirm: confirm(12), sinceMillis: startMillis},
	'confirm-name': {
		...{kind: 'confirm-name', expected: 'shop-api-1', text: 'shop-a', sinceMillis: startMillis},
		confirm: {...confirm(1), title: 'Remove shop/api?'},
	},
	menu: {kind: 'menu', menu: 'actions', targets: [web], index: 1},
	form: {
		...{kind: 'form', index: 0, text: '1.5'},
		form: {
			...{purpose: 'limits', title: 'Limits of shop/web', targets: [web]},
			fields: [
				{id: 'cpus', label: 'CPU', text: '', hint: 'cores, such as 1.5'},
				{id: 'memory', label: 'memory', text: '512m'},
				{id: 'pids', label: 'PIDs', text: ''},
			],
		},
	},
	search: {kind: 'search', text: 'pool', before: {}},
	pattern: {kind: 'pattern', sense: 'keep', text: 'GET', others: [], before: []},
	sources: {kind: 'sources', index: 0},
	since: {kind: 'since', index: 3},
	chips: {kind: 'chips', index: 1},
	bulk: {kind: 'bulk', top: 0, sinceMillis: startMillis, plan: bulkPlan(12)},
	compare: {kind: 'compare', index: 0},
	theme: {kind: 'theme'},
};
