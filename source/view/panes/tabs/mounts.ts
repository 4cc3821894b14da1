import {formatBytes} from '../../../format/bytes.ts';
import {formatAge} from '../../../format/duration.ts';
import {lineWidth} from '../../../format/line.ts';
import type {Line} from '../../../format/span.ts';
import type {Container} from '../../../model/container.ts';
import {qualifiedName} from '../../../model/container-facts.ts';
import type {MountSetup} from '../../../model/setup.ts';
import type {VolumeUse} from '../../../model/volume-use.ts';
import {selectSharers} from '../../../store/select-peers.ts';
import type {State} from '../../../store/state.ts';
import type {View} from '../../view.ts';
import {besideLabel, factLines} from '../../widgets/fact-lines.ts';
import {keyDoes} from '../../widgets/key-name.ts';
import {bold, plain, sides, styled} from '../../widgets/spans.ts';
import {wrapExact} from '../../widgets/wrap.ts';
import {ofContainer, ofLoaded, words} from './loaded.ts';
import type {TabBody, TabSpec} from './tab.ts';

/** What of the machine a container sees, and what its volumes take, when somebody asks. */
export const mountsTab: TabSpec = {
	short: 'Mnts',
	needs: ['setup'],
	onDemand: ['volumes'],
	inputs: ({state}) => [state.containers.byKey, state.connection.status, sizeAge(state)],
	body: (view, width) =>
		ofContainer(view, width, 'mounts are those of one container: choose one', container =>
			ofLoaded(view, width, 'setup', ({mounts}) => drawn(view, container, mounts, width)),
		),
	right: view => [sizeSpans(view)],
};

const drawn = (
	view: View,
	container: Container,
	mounts: readonly MountSetup[],
	width: number,
): TabBody =>
	mounts.length === 0
		? words('nothing is mounted: what it writes goes when the container is removed', width)
		: {lines: mounts.flatMap(mount => mountLines(view, container, mount, width))};

const labelCells = 8;

const mountLines = (
	view: View,
	container: Container,
	mount: MountSetup,
	width: number,
): readonly Line[] => {
	const {symbols} = view;
	const {type, name, source, target, isWritable} = mount;
	const place = {width, cells: labelCells};
	const isAscii = symbols.chart === 'ascii';
	const end: Line = [
		plain('  '),
		isWritable ? plain('rw') : styled('warn', 'ro'),
		...(mount.type === 'volume' ? [plain(sizeOf(view, name).padStart(7))] : []),
	];
	const from = name ?? source ?? '';
	const room = width - labelCells - lineWidth(end);
	const path: Line = [
		...(from === '' ? [] : [bold(from), styled('muted', ` ${symbols.arrow} `)]),
		plain(target),
	];
	const isLong = lineWidth(path) > room;
	const [first = '', ...rest] = isLong ? wrapExact(from, room, isAscii) : [];
	const top: Line = isLong ? [bold(first)] : path;
	return [
		...besideLabel(type, [sides(top, end, width - labelCells, symbols.ellipsis)], place),
		...besideLabel(
			'',
			rest.map((text): Line => [bold(text)]),
			place,
		),
		...(isLong ? besideLabel('', targetLines(target, room, view), place) : []),
		...(name === undefined ? [] : factLines('', source ?? '', place, muted)),
		...factLines('', optionsOf(mount), place, muted),
		...factLines('', sharedWords(view, container, name), place, muted),
	];
};

const muted = (text: string) => styled('muted', text);

const targetLines = (target: string, room: number, {symbols}: View): readonly Line[] =>
	wrapExact(target, room - 2, symbols.chart === 'ascii').map(
		(text, row): Line => [styled('muted', row === 0 ? `${symbols.arrow} ` : '  '), plain(text)],
	);

/** The usual is not worth a line. */
const optionsOf = ({driver, options}: MountSetup): string =>
	[
		driver === undefined || driver === 'local' ? '' : `driver ${driver}`,
		options === undefined || options === 'rprivate' ? '' : options,
	]
		.filter(Boolean)
		.join('  ');

const sharedWords = ({state}: View, container: Container, name: string | undefined): string => {
	if (name === undefined) return '';
	const others = selectSharers(state, container, name).map(qualifiedName);
	return others.length === 0 ? '' : `also in ${others.join(', ')}`;
};

const sizeOf = ({state}: View, name: string | undefined): string => {
	const {volumes} = state.detail.data;
	const known: readonly VolumeUse[] = 'value' in volumes ? volumes.value : [];
	return formatBytes(known.find(volume => volume.name === name)?.bytes);
};

/** How old the sizes are, or the key that asks for them. */
const sizeSpans = (view: View): Line => {
	const {state} = view;
	const {setup, volumes} = state.detail.data;
	const hasVolume = 'value' in setup && setup.value.mounts.some(({type}) => type === 'volume');
	if (!hasVolume) return [];
	switch (volumes.status) {
		case 'idle':
			return [styled('muted', keyDoes(view, 'volumes.size', 'adds up sizes'))];
		case 'loading':
			return [styled('muted', 'adding up sizes')];
		case 'failed':
			return [styled('err', `no sizes: ${volumes.failure.message}`)];
		default:
			return [styled('muted', `sizes ${sizeAge(state)} old`)];
	}
};

/** As it is told; undefined while they are not known. */
function sizeAge({detail, nowMillis}: State): string | undefined {
	const {volumes} = detail.data;
	return 'value' in volumes ? formatAge(nowMillis - volumes.atMillis) : undefined;
}
