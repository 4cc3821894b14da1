import type {Line} from '../../../format/span.ts';
import type {Container} from '../../../model/container.ts';
import {qualifiedName} from '../../../model/container-facts.ts';
import type {ContainerSetup, NetworkSetup, PortSetup} from '../../../model/setup.ts';
import {selectPeers} from '../../../store/select-peers.ts';
import type {View} from '../../view.ts';
import {factLines, flowLines} from '../../widgets/fact-lines.ts';
import {flow} from '../../widgets/flow.ts';
import {bold, labelled, plain, styled} from '../../widgets/spans.ts';
import {stateMark} from '../list/marks.ts';
import {ofContainer, ofLoaded, words} from './loaded.ts';
import type {TabBody, TabSpec} from './tab.ts';

/** Where a container can be reached, from its networks and from the machine. */
export const networkTab: TabSpec = {
	short: 'Net',
	needs: ['setup'],
	inputs: ({state}) => [state.containers.byKey, state.connection.status],
	body: (view, width) =>
		ofContainer(view, width, 'networks are those of one container: choose one', container =>
			ofLoaded(view, width, 'setup', setup => drawn(view, container, setup, width)),
		),
};

const labelCells = 11;

const drawn = (view: View, container: Container, setup: ContainerSetup, width: number): TabBody => {
	const lines = [
		...modeLines(view, setup, width),
		...ownNetworks(setup).flatMap(network => networkLines(view, container, network, width)),
		...portLines(view, setup.ports, width),
		...factLines('  hosts', setup.extraHosts.join(', '), {width, cells: labelCells}),
	];
	return lines.length === 0 ? words('It is in no network.', width) : {lines};
};

/** Those that it shares with others; every container without a network of its own is in the others. */
const ownNetworks = ({networks}: ContainerSetup): readonly NetworkSetup[] =>
	networks.filter(({name}) => name !== 'host' && name !== 'none');

/** Of networks that are none of the engine's. */
const modeLines = (view: View, {networkMode = ''}: ContainerSetup, width: number) => {
	const [, owner] = /^container:(.+)$/.exec(networkMode) ?? [];
	if (networkMode === 'host') return words('It uses the network of the machine.', width).lines;
	if (networkMode === 'none') return words('It has no network: --network none.', width).lines;
	if (owner === undefined) return [];
	const other = [...view.state.containers.byKey.values()].find(({ref}) => ref.id === owner);
	const name = other === undefined ? owner.slice(0, 12) : qualifiedName(other);
	return words(`It uses the network of ${name}.`, width).lines;
};

const networkLines = (
	view: View,
	container: Container,
	network: NetworkSetup,
	width: number,
): readonly Line[] => {
	const {symbols} = view;
	const place = {width, cells: labelCells};
	const {name, address, address6, gateway, macAddress, aliases} = network;
	const facts: readonly Line[] = [
		[bold(name), plain(`  ${address ?? symbols.unknown}`)],
		...(address6 === undefined ? [] : [[plain(address6)]]),
		...(gateway === undefined ? [] : [labelled('gateway', gateway)]),
		...(macAddress === undefined ? [] : [labelled('mac', macAddress)]),
	];
	const peers = selectPeers(view.state, container, name).map((peer): Line => {
		const ip = peer.networks.find(each => each.name === name)?.ipAddress ?? '';
		return [
			stateMark(peer, symbols),
			plain(` ${qualifiedName(peer)}`),
			...(ip === '' ? [] : [styled('muted', ` ${ip}`)]),
		];
	});
	const none: Line = [styled('muted', 'nobody else is up in it')];
	return [
		...flow(facts, width),
		...factLines('  aliases', aliases.join(', '), place),
		...flowLines('  peers', peers.length === 0 ? [none] : peers, place),
	];
};

const portLines = (
	{symbols}: View,
	ports: readonly PortSetup[],
	width: number,
): readonly Line[] => {
	if (ports.length === 0) return [[styled('muted', 'no ports are exposed or published')]];
	const facts = ports.flatMap(({inside, outside}): readonly Line[] =>
		outside.length === 0
			? [[plain(inside), styled('muted', ' exposed, not published')]]
			: outside.map(
					(address): Line => [
						styled('info', address),
						styled('muted', ` ${symbols.arrow} `),
						plain(inside),
					],
				),
	);
	return flowLines('ports', facts, {width, cells: labelCells});
};
