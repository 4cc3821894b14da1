import {formatCount} from '../../../format/count.ts';
import {formatSeconds} from '../../../format/duration.ts';
import type {Line} from '../../../format/span.ts';
import {formatStamp} from '../../../format/stamp.ts';
import type {Container} from '../../../model/container.ts';
import {displayName, isReplica} from '../../../model/container-facts.ts';
import {maskAssignment, maskSecrets} from '../../../model/secrets.ts';
import type {ContainerSetup} from '../../../model/setup.ts';
import {selectService} from '../../../store/select-peers.ts';
import type {View} from '../../view.ts';
import {factLines, flowLines} from '../../widgets/fact-lines.ts';
import {labelled, plain, styled} from '../../widgets/spans.ts';
import {healthMark} from '../list/marks.ts';

/** Of the column of labels in the overview. */
export const overviewCells = 10;

const prefix = 'com.docker.compose.';

/** More than anybody has, of labels and of services that are waited for; who set more wants our time. */
const mostShown = 200;

/** Where Compose took it from, and how what it depends on is now. */
export const composeLines = (view: View, container: Container, width: number): readonly Line[] => {
	const {compose, labels} = container;
	if (compose === undefined) return [];
	const place = {width, cells: overviewCells};
	const label = (name: string): string => labels[`${prefix}${name}`] ?? '';
	const files = label('project.config_files');
	const directory = label('project.working_dir');
	const isAbsolute = files === '' || files.startsWith('/');
	return [
		...flowLines(
			'compose',
			[
				labelled('project', compose.project),
				labelled('service', compose.service),
				...(isReplica(container) ? [labelled('replica', String(compose.number))] : []),
				...(compose.oneOff ? [[styled('muted', 'made by compose run')]] : []),
			],
			place,
		),
		...factLines('', isAbsolute ? files : `${files} in ${directory}`, place, muted),
		...flowLines('needs', dependencies(view, compose.project, label('depends_on')), place),
	];
};

const muted = (text: string) => styled('muted', text);

/** `postgres:service_healthy:false,redis:…` in signs of how they are. */
const dependencies = (view: View, project: string, label: string): readonly Line[] =>
	label
		.split(',', mostShown)
		.map(entry => entry.split(':'))
		.filter(([service]) => service !== undefined && service !== '')
		.map(([service = '', condition = '']): Line => {
			const replicas = selectService(view.state, project, service);
			const [first] = replicas;
			const wants = condition === 'service_healthy' ? ' healthy' : '';
			const isOver = condition === 'service_completed_successfully';
			if (first === undefined)
				return [
					styled(isOver ? 'muted' : 'err', isOver ? view.symbols.exited : view.symbols.failed),
					plain(` ${service}`),
					muted(isOver ? ' once' : ' is not up'),
				];
			return [
				healthMark(first, view.symbols),
				plain(` ${displayName(first, false)}`),
				...(wants === '' ? [] : [muted(wants)]),
			];
		});

/** What only an inspect of it tells; nothing while that is not known, because the rest is. */
export const setupLines = (view: View, container: Container, width: number): readonly Line[] => {
	const {setup} = view.state.detail.data;
	const place = {width, cells: overviewCells};
	return [
		...('value' in setup ? knownLines(setup.value, width) : []),
		...factLines('created', formatStamp(container.createdAtMillis, view.zoneOffsetMinutes), place),
		...flowLines('labels', ownLabels(container), place),
	];
};

const knownLines = (setup: ContainerSetup, width: number): readonly Line[] => {
	const {entrypoint, hostname, imageId, rights, stopSignal, stopTimeoutSeconds} = setup;
	const place = {width, cells: overviewCells};
	const timeout =
		stopTimeoutSeconds === undefined ? '10s' : formatSeconds(stopTimeoutSeconds * 1000);
	return [
		...factLines('entry', maskSecrets(entrypoint.join(' ')), place),
		...factLines('rights', rights.join('  '), place, text =>
			styled(text.includes('privileged') || text.includes('+') ? 'warn' : 'muted', text),
		),
		...flowLines(
			'host name',
			[
				[plain(hostname ?? '')],
				labelled('stop', `${stopSignal ?? 'SIGTERM'}, killed after ${timeout}`),
				...(imageId === undefined
					? []
					: [labelled('image id', imageId.replace(/^sha256:/, '').slice(0, 12))]),
			],
			place,
		),
	];
};

/** Without those of Compose, which are told above. */
const ownLabels = ({labels}: Container): readonly Line[] => {
	const own = Object.entries(labels).filter(([name]) => !name.startsWith(prefix));
	const hidden = own.length - mostShown;
	return [
		...own
			.slice(0, mostShown)
			.toSorted(([a], [b]) => (a < b ? -1 : 1))
			.map(([name, value]): Line => [plain(maskAssignment(`${name}=${value}`))]),
		...(hidden > 0 ? [[styled('muted', `${formatCount(hidden)} more`)]] : []),
	];
};
