import type {View} from '../../view.ts';

/** Why less is known than of the machine dockmon runs on; undefined where nothing is missing. */
export const whyLittle = ({state, symbols}: View): string | undefined => {
	const {host, connection} = state;
	if (host === undefined) {
		return connection.status === 'lost'
			? undefined
			: `${symbols.wait} reading what the machine does`;
	}
	if (host.origin === 'engine' && state.forbidden.includes('info'))
		return `A proxy in front of the engine forbids info, so dockmon cannot know which machine it is on: cores, memory, load, pressure, disks and networks ${symbols.unknown}. Below is what its containers use in all.`;
	return host.origin === 'engine'
		? `The engine runs on another machine, into which dockmon cannot look: cores, memory, load, pressure, disks and networks ${symbols.unknown}. Below is what its containers use in all, and what it tells of itself.`
		: undefined;
};
