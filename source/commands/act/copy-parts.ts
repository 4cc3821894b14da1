import {shellWords} from '../../format/shell-words.ts';
import type {Container} from '../../model/container.ts';
import {refKey} from '../../model/ids.ts';
import {maskValue} from '../../model/secrets.ts';
import type {ContainerSetup, HealthCheck} from '../../model/setup.ts';
import {selectVariables} from '../../store/detail/select-variables.ts';
import type {CopyPart} from '../../store/overlay.ts';
import {selectedContainer} from '../../store/select-target.ts';
import type {State} from '../../store/state.ts';

/** One of several things of a kind that can be copied. */
export interface CopyEntry {
	/** Tells it from the others of its kind. */
	readonly id: string;
	readonly title: string;
	/** What is copied; foreign text. */
	readonly text: string;
	/** As it may be shown: another text where it is a secret. */
	readonly covered: string;
}

/** Why there are no entries yet, or for good. */
export type NotYet = {readonly problem: string};

type EntriesOf = (state: State, container: Container) => readonly CopyEntry[] | NotYet;

const plainEntry = (id: string, title: string, text: string): CopyEntry => ({
	...{id, title, text, covered: text},
});

const named = (name: string, value: string): CopyEntry => ({
	...{id: name, title: name, text: value, covered: maskValue(name, value)},
});

export const copyParts: Readonly<Record<CopyPart, EntriesOf>> = {
	networks: (_, {networks}) =>
		networks.flatMap(({name, ipAddress}) => (ipAddress ? [plainEntry(name, name, ipAddress)] : [])),
	ports: (_, {ports}) => {
		const published = ports.flatMap(({publicPort, privatePort, protocol}) =>
			publicPort === undefined ? [] : [[publicPort, `${privatePort}/${protocol} inside`] as const],
		);
		// Published for both families, it is one port.
		return [...new Map(published)].map(([port, title]) =>
			plainEntry(String(port), title, String(port)),
		);
	},
	mounts: (_, {mounts}) =>
		mounts.flatMap(({type, source, destination}) => [
			...(source === ''
				? []
				: [plainEntry(`from ${destination}`, `${type} on the machine`, source)]),
			plainEntry(`to ${destination}`, '  in the container', destination),
		]),
	labels: (_, {labels}) =>
		Object.entries(labels)
			.toSorted(([one], [other]) => (one < other ? -1 : 1))
			.map(([name, value]) => named(name, value)),
	env: (state, container) => {
		const setup = setupOf(state, container);
		if ('problem' in setup) return setup;
		return (selectVariables(state) ?? []).map(({name, value}) => named(name, value));
	},
};

/** What probes its health, as one would type it; undefined where nothing does. */
export const healthCommand = (state: State, container: Container): string | NotYet | undefined => {
	const setup = setupOf(state, container);
	return 'problem' in setup ? setup : probeText(setup.health.check);
};

/** What an inspect says is known of the selection alone. */
const setupOf = (state: State, {ref}: Container): ContainerSetup | NotYet => {
	const {setup} = state.detail.data;
	const selected = selectedContainer(state);
	if (selected === undefined || refKey(selected.ref) !== refKey(ref))
		return {problem: 'another container is selected'};
	if (setup.status === 'failed') return {problem: setup.failure.message};
	return 'value' in setup ? setup.value : {problem: 'the engine is being asked'};
};

const probeText = (check: HealthCheck | undefined): string | undefined => {
	if (check === undefined || check.command.length === 0) return undefined;
	return check.isShell ? check.command.join(' ') : shellWords(check.command);
};
