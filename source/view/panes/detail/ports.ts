import type {Port} from '../../../model/container.ts';

/** Published ports as `443→8443`, one number where both are the same; exposed ones are left out. */
export const formatPorts = (ports: readonly Port[]): string => {
	const shown = new Set<string>();
	for (const {publicPort, privatePort, protocol} of ports) {
		if (publicPort === undefined) continue;
		const suffix = protocol === 'tcp' ? '' : `/${protocol}`;
		const pair = publicPort === privatePort ? `${publicPort}` : `${publicPort}→${privatePort}`;
		shown.add(`${pair}${suffix}`);
	}
	return [...shown].join(' ');
};
